"""MkDocs and Material as the host: started seldom, their pages kept as frames."""

from bantin.host.capture import Capture
from bantin.host.obtain import obtain_host

__all__ = ["Capture", "obtain_host"]
