"""Listens on the network: encrypted where asked, with a time and a place for everybody."""

from interview.web.listening.encryption import encryption
from interview.web.listening.forwarded import Network, networks
from interview.web.listening.server import Server, open_server

__all__ = ["Network", "Server", "encryption", "networks", "open_server"]
