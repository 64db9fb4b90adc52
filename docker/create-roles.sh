#!/bin/bash
# Runs once, when the database is made: the owner migrates, the application may only do what migrations grant.
set -euo pipefail
psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 \
  --set owner_password="$SHUKE_OWNER_PASSWORD" --set app_password="$SHUKE_APP_PASSWORD" <<'SQL'
CREATE ROLE shuke_application NOLOGIN;
CREATE ROLE shuke_owner LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE ROLE shuke_app LOGIN PASSWORD :'app_password' IN ROLE shuke_application;
GRANT shuke_application TO shuke_owner WITH ADMIN OPTION;
CREATE DATABASE shuke OWNER shuke_owner;
SQL
