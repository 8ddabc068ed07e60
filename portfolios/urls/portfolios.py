"""One's own portfolios, one of them, its sections and its pieces."""

from django.urls import URLPattern, URLResolver, path

from portfolios.views.portfolios import items, mine, parts, reading, sections

SECTION = "<int:pk>/sections/<slug:code>/"
ITEM = "<int:pk>/pieces/<int:item>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", mine.MyPortfolios.as_view(), name="mine"),
    path("begin/<int:template>/", mine.BeginPortfolio.as_view(), name="begin"),
    path("<int:pk>/", reading.PortfolioPage.as_view(), name="portfolio"),
    path("<int:pk>/read/", reading.ReadPortfolio.as_view(), name="read"),
    path("<int:pk>/coverage/", reading.CoveragePage.as_view(), name="coverage"),
    path("<int:pk>/history/", reading.HistoryPage.as_view(), name="history"),
    path("<int:pk>/day/", mine.PlanDay.as_view(), name="plan-day"),
    path("<int:pk>/withdraw/", mine.WithdrawPortfolio.as_view(), name="withdraw"),
    path(SECTION, sections.WriteSection.as_view(), name="section"),
    path(f"{SECTION}ready/", sections.MarkReady.as_view(), name="section-ready"),
    path(f"{SECTION}reopen/", sections.Reopen.as_view(), name="section-reopen"),
    path(f"{SECTION}pieces/", sections.PutIn.as_view(), name="put-in"),
    path("<int:pk>/parts/<slug:role>/", parts.NameHolder.as_view(), name="name-holder"),
    path("parts/<int:pk>/", parts.WritePart.as_view(), name="part"),
    path("parts/<int:pk>/ready/", parts.PartReady.as_view(), name="part-ready"),
    path("parts/<int:pk>/reopen/", parts.PartReopen.as_view(), name="part-reopen"),
    path(ITEM, items.ItemPage.as_view(), name="item"),
    path(f"{ITEM}clear/", items.ClearFiles.as_view(), name="item-clear"),
    path(f"{ITEM}keep-out/", items.KeepFilesOut.as_view(), name="item-keep-out"),
    path(f"{ITEM}renew/", items.Renew.as_view(), name="item-renew"),
    path(f"{ITEM}take-out/", items.TakeOut.as_view(), name="item-take-out"),
]
