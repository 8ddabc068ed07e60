"""Home, and the pages about the portal."""

from django.urls import path

from academy.desk.views import journey_portfolios as journeys
from academy.desk.views.about import AccessibilityStatement, Contact, Help
from academy.desk.views.home import Home
from academy.desk.views.inbox import Inbox, NoticePage
from academy.desk.views.preferences import Preferences
from academy.desk.views.team import Team

app_name = "desk"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("team/", Team.as_view(), name="team"),
    path("inbox/", Inbox.as_view(), name="inbox"),
    path("inbox/preferences/", Preferences.as_view(), name="preferences"),
    path("inbox/<int:pk>/", NoticePage.as_view(), name="notice"),
    path("journeys/<int:pk>/portfolio/", journeys.JourneyPortfolioPage.as_view(), name="journey-portfolio"),
    path("journeys/<int:pk>/portfolio/open/", journeys.OpenJourneyPortfolio.as_view(), name="open-journey-portfolio"),
    path("journeys/<int:pk>/portfolio/day/", journeys.TakeSittingsDay.as_view(), name="take-sittings-day"),
    path("help/", Help.as_view(), name="help"),
    path("accessibility/", AccessibilityStatement.as_view(), name="accessibility"),
    path("contact/", Contact.as_view(), name="contact"),
]
