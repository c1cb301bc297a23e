/** The tables of the simulator's file. Nothing reads or writes them here. */

export const schemaVersion = 1;

export const tables = `
create table if not exists starts (count integer not null) strict;
create table if not exists templates (
  provisioning_id text primary key, name text not null unique, created text not null) strict;
create table if not exists carriers (name text primary key) strict, without rowid;
create table if not exists routes (
  type text not null, name text not null, primary key (type, name)) strict, without rowid;
create table if not exists organizations (
  uuid text primary key, name text not null, language text, created text not null, modified text not null,
  version integer not null default 1, is_managed integer not null default 0) strict;
create table if not exists customers (
  seq integer primary key, uuid text not null unique, external_id text not null unique, org_uuid text not null unique,
  status text not null, due_at integer, sub_partner_uuid text, record text not null) strict;
create index if not exists customers_due on customers (due_at) where due_at is not null;
create index if not exists customers_status on customers (status);
create table if not exists locations (
  seq integer primary key, uuid text not null unique, org_uuid text not null, folded_name text not null,
  is_calling integer not null, record text not null, unique (org_uuid, folded_name)) strict;
create table if not exists numbers (
  number text primary key, location_uuid text not null, org_uuid text not null, state text not null,
  number_type text not null, is_service integer not null, owner_uuid text) strict, without rowid;
create index if not exists numbers_location on numbers (org_uuid, location_uuid);
create unique index if not exists numbers_owner on numbers (owner_uuid) where owner_uuid is not null;
create table if not exists people (
  seq integer primary key, uuid text not null unique, org_uuid text not null, email text not null unique,
  first_name text, last_name text, is_pending integer not null default 0, is_calling integer not null default 0,
  location_uuid text, extension text, created text not null, modified text not null,
  version integer not null default 1) strict;
create index if not exists people_org on people (org_uuid);
create unique index if not exists people_extension on people (location_uuid, extension) where extension is not null;
create table if not exists person_roles (
  person_uuid text not null, role text not null, primary key (person_uuid, role)) strict, without rowid;
create table if not exists profiles (
  person_uuid text primary key, profile text not null) strict, without rowid;
create table if not exists caller_ids (
  person_uuid text primary key, record text not null) strict, without rowid;
create table if not exists subscribers (
  seq integer primary key, uuid text not null unique, customer_uuid text not null, external_customer_id text not null,
  sub_partner_uuid text, person_uuid text not null unique, email text not null unique, packages text not null,
  status text not null, created integer not null, last_status_change integer not null) strict;
create index if not exists subscribers_customer on subscribers (customer_uuid);
create table if not exists subscriber_packages (
  customer_uuid text not null, package text not null, subscriber_uuid text not null,
  primary key (customer_uuid, package, subscriber_uuid)) strict, without rowid;
create table if not exists settings (
  org_uuid text not null, key text not null, value integer not null, primary key (org_uuid, key)) strict, without rowid;
create table if not exists move_jobs (
  seq integer primary key, uuid text not null unique, org_uuid text not null, record text not null) strict;
create table if not exists sub_partners (
  uuid text primary key, name text not null, state text not null, created text not null) strict;
create table if not exists jobs (
  seq integer primary key, uuid text not null unique, org_uuid text not null, kind text not null, state text not null,
  due_at integer not null, record text not null) strict;
create index if not exists jobs_open on jobs (due_at) where state = 'PROCESSING';
create index if not exists jobs_org on jobs (org_uuid, kind);
create table if not exists access_tokens (token text primary key, expires_at integer not null) strict;
create table if not exists refresh_tokens (token text primary key, client_id text not null) strict;
create table if not exists authorization_codes (
  code text primary key, client_id text not null, redirect_uri text not null, challenge text) strict;
`;
