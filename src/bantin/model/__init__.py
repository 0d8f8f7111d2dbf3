"""The facts in the middle of the program: frozen values without input or output."""

from bantin.model.article import (
    Article,
    Attachment,
    Card,
    CardWard,
    Correction,
    Image,
    Mention,
    Publication,
    Source,
    Withdrawal,
)
from bantin.model.body import Body, Reference
from bantin.model.digest import digest
from bantin.model.errors import BantinError, ConfigError, ContentError
from bantin.model.faults import name_fault
from bantin.model.host import Host, HostFile, StandingPage
from bantin.model.picture import Picture, Variant
from bantin.model.problem import Place, Problem, Severity
from bantin.model.registry import Contacts, Held, Official, Registry, Topic, Ward
from bantin.model.settings import Base, Masthead, Settings

__all__ = [
    "Article",
    "Attachment",
    "BantinError",
    "Base",
    "Body",
    "Card",
    "CardWard",
    "ConfigError",
    "Contacts",
    "ContentError",
    "Correction",
    "Held",
    "Host",
    "HostFile",
    "Image",
    "Masthead",
    "Mention",
    "Official",
    "Picture",
    "Place",
    "Problem",
    "Publication",
    "Reference",
    "Registry",
    "Settings",
    "Severity",
    "Source",
    "StandingPage",
    "Topic",
    "Variant",
    "Ward",
    "Withdrawal",
    "digest",
    "name_fault",
]
