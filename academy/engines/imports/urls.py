from django.urls import path

from academy.engines.imports.views.imports import RowEffects, ShowImport, TakeIn, WrongRows

app_name = "imports"
urlpatterns = [
    path("<uuid:uid>/", ShowImport.as_view(), name="import"),
    path("<uuid:uid>/rows-to-correct/", WrongRows.as_view(), name="wrong-rows"),
    path("<uuid:uid>/effects/", RowEffects.as_view(), name="effects"),
    path("<uuid:uid>/take-in/", TakeIn.as_view(), name="take-in"),
]
