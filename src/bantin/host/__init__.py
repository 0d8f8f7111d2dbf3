"""MkDocs and Material as the host: started seldom, their pages kept as frames."""

from bantin.host.obtain import obtain_host

__all__ = ["obtain_host"]
