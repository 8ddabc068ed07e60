from academy.engines.notify.models.mail import Mail
from academy.engines.notify.models.notice import Notice

__all__ = ["Mail", "Notice"]
