-- What the role the portal works under every day may do: read and write rows. It owns nothing, so it can neither drop
-- nor switch off a trigger, and what is frozen by triggers stays as it is. Run once, as the role that owns the tables
-- and before it makes them, or again after they were restored. docs/operations.md and docker-compose.yml use this file,
-- and a test tries what that role can do with it.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO portal;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO portal;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO portal;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO portal;
