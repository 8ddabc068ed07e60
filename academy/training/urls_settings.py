"""Keeping training: pages under /settings/training/."""

from django.urls import URLPattern, path

from academy.training.views.keeping import completions, courses, events, platforms, reviews, start, texts, themes

app_name = "training_settings"
urlpatterns: list[URLPattern] = [
    path("", start.Start.as_view(), name="start"),
    path("courses/", courses.Courses.as_view(), name="courses"),
    path("courses/add/", courses.AddCourse.as_view(), name="add-course"),
    path("courses/<int:pk>/change/", courses.ChangeCourse.as_view(), name="change-course"),
    path("courses/<int:pk>/withdraw/", courses.WithdrawCourse.as_view(), name="withdraw-course"),
    path("courses/<int:pk>/offer/", courses.OfferCourseAgain.as_view(), name="offer-course"),
    path("courses/<int:pk>/audience/", courses.CourseWhom.as_view(), name="course-audience"),
    path("courses/<int:pk>/audience/<int:row>/remove/", courses.RemoveCourseWhom.as_view(), name="remove-audience"),
    path("themes/", themes.Themes.as_view(), name="themes"),
    path("themes/add/", themes.AddTheme.as_view(), name="add-theme"),
    path("themes/<int:pk>/change/", themes.ChangeTheme.as_view(), name="change-theme"),
    path("themes/<int:pk>/end/", themes.EndTheme.as_view(), name="end-theme"),
    path("needs/add/", themes.AddNeed.as_view(), name="add-need"),
    path("needs/<int:pk>/change/", themes.ChangeNeed.as_view(), name="change-need"),
    path("needs/<int:pk>/withdraw/", themes.WithdrawNeed.as_view(), name="withdraw-need"),
    path("reviews/", reviews.Reviews.as_view(), name="reviews"),
    path("reviews/plan/", reviews.PlanReview.as_view(), name="plan-review"),
    path("reviews/<int:pk>/", reviews.ReadReview.as_view(), name="review"),
    path("reviews/<int:pk>/hold/", reviews.HoldReview.as_view(), name="hold-review"),
    path("reviews/<int:pk>/drop/", reviews.DropReview.as_view(), name="drop-review"),
    path("reviews/<int:pk>/actions/add/", reviews.AddAction.as_view(), name="add-action"),
    path("actions/<int:pk>/finish/", reviews.FinishAction.as_view(), name="finish-action"),
    path("texts/", texts.Texts.as_view(), name="texts"),
    path("texts/publish/", texts.PublishText.as_view(), name="publish-text"),
    path("texts/<int:pk>/version/", texts.PublishVersion.as_view(), name="publish-version"),
    path("platforms/", platforms.Platforms.as_view(), name="platforms"),
    path("platforms/add/", platforms.AddPlatform.as_view(), name="add-platform"),
    path("platforms/<int:pk>/change/", platforms.ChangePlatform.as_view(), name="change-platform"),
    path("platforms/<int:pk>/withdraw/", platforms.WithdrawPlatform.as_view(), name="withdraw-platform"),
    path("subscriptions/add/", platforms.AddSubscription.as_view(), name="add-subscription"),
    path("subscriptions/<int:pk>/change/", platforms.ChangeSubscription.as_view(), name="change-subscription"),
    path("subscriptions/<int:pk>/withdraw/", platforms.WithdrawSubscription.as_view(), name="withdraw-subscription"),
    path("events/", events.KeptEvents.as_view(), name="events"),
    path("events/plan/", events.PlanEvent.as_view(), name="plan-event"),
    path("events/<int:pk>/change/", events.ChangeEvent.as_view(), name="change-event"),
    path("events/<int:pk>/open/", events.OpenEvent.as_view(), name="open-event"),
    path("events/<int:pk>/cancel/", events.CancelEvent.as_view(), name="cancel-event"),
    path("completions/", completions.Completions.as_view(), name="completions"),
    path("completions/import/", completions.ImportCompletions.as_view(), name="import-completions"),
]
