"""The only place where HTTP enters: pages as WSGI, given to the server beside the sockets to come."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "solmu.config.settings")
application = get_wsgi_application()
