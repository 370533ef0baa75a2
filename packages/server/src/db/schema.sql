control."rateLimit"
  table no row-level security
  id text not null
  key text not null
  count integer not null
  "lastRequest" bigint not null
  constraint "rateLimit_key_key" UNIQUE (key)
  constraint "rateLimit_pkey" PRIMARY KEY (id)
  grant delete, insert, select, update to avow_app

control."twoFactor"
  table no row-level security
  id text not null
  secret text not null
  "backupCodes" text not null
  "userId" text not null
  verified boolean
  "failedVerificationCount" integer
  "lockedUntil" timestamp with time zone
  constraint "twoFactor_pkey" PRIMARY KEY (id)
  constraint "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES control."user"(id) ON DELETE CASCADE
  CREATE INDEX two_factor_secret ON control."twoFactor" USING btree (secret)
  CREATE INDEX two_factor_user ON control."twoFactor" USING btree ("userId")
  grant delete, insert, select, update to avow_app

control."user"
  table no row-level security
  id text not null
  name text not null
  email text not null
  "emailVerified" boolean not null
  image text
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "twoFactorEnabled" boolean
  constraint user_email_key UNIQUE (email)
  constraint user_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to avow_app

control.account
  table no row-level security
  id text not null
  "accountId" text not null
  "providerId" text not null
  "userId" text not null
  "accessToken" text
  "refreshToken" text
  "idToken" text
  "accessTokenExpiresAt" timestamp with time zone
  "refreshTokenExpiresAt" timestamp with time zone
  scope text
  password text
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "updatedAt" timestamp with time zone not null
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES control."user"(id) ON DELETE CASCADE
  constraint account_pkey PRIMARY KEY (id)
  CREATE INDEX account_of_user ON control.account USING btree ("userId")
  grant delete, insert, select, update to avow_app

control.api_key
  table no row-level security
  id uuid not null
  hash bytea not null
  workspace_id uuid not null
  name text not null
  roles text[] not null
  created_at timestamp with time zone not null default now()
  revoked_at timestamp with time zone
  owner_id uuid
  constraint api_key_hash_check CHECK ((octet_length(hash) = 32))
  constraint api_key_hash_key UNIQUE (hash)
  constraint api_key_pkey PRIMARY KEY (id)
  constraint api_key_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES control.workspace(id)
  CREATE INDEX api_key_workspace ON control.api_key USING btree (workspace_id, created_at)
  grant insert, select to avow_app
  grant update (revoked_at) to avow_app

control.mailbox_address
  table no row-level security
  address text not null
  workspace_id uuid not null
  mailbox_id uuid not null
  is_default boolean not null default false
  constraint mailbox_address_address_check CHECK ((address = lower(address)))
  constraint mailbox_address_pkey PRIMARY KEY (address)
  constraint mailbox_address_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES control.workspace(id)
  CREATE UNIQUE INDEX mailbox_default ON control.mailbox_address USING btree (is_default) WHERE is_default
  grant delete, insert, select to avow_app
  grant update (mailbox_id, is_default) to avow_app

control.member
  table no row-level security
  user_id text not null
  workspace_id uuid not null
  person_id uuid not null
  roles text[] not null
  disabled_at timestamp with time zone
  constraint member_pkey PRIMARY KEY (user_id, workspace_id)
  constraint member_user_id_fkey FOREIGN KEY (user_id) REFERENCES control."user"(id) ON DELETE CASCADE
  constraint member_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES control.workspace(id)
  constraint member_workspace_id_person_id_key UNIQUE (workspace_id, person_id)
  grant delete, insert, select to avow_app
  grant update (roles, disabled_at) to avow_app

control.migration
  table no row-level security
  number integer not null
  name text not null
  checksum text not null
  applied_at timestamp with time zone not null default now()
  constraint migration_pkey PRIMARY KEY (number)
  grant select to avow_app

control.session
  table no row-level security
  id text not null
  "expiresAt" timestamp with time zone not null
  token text not null
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "updatedAt" timestamp with time zone not null
  "ipAddress" text
  "userAgent" text
  "userId" text not null
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES control."user"(id) ON DELETE CASCADE
  constraint session_pkey PRIMARY KEY (id)
  constraint session_token_key UNIQUE (token)
  CREATE INDEX session_of_user ON control.session USING btree ("userId")
  grant delete, insert, select, update to avow_app

control.verification
  table no row-level security
  id text not null
  identifier text not null
  value text not null
  "expiresAt" timestamp with time zone not null
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  constraint verification_pkey PRIMARY KEY (id)
  CREATE INDEX verification_identifier ON control.verification USING btree (identifier)
  grant delete, insert, select, update to avow_app

control.workspace
  table no row-level security
  id uuid not null
  slug text not null
  name text not null
  created_at timestamp with time zone not null default now()
  zone text not null default 'UTC'::text
  languages text[] not null default '{en}'::text[]
  is_first boolean not null default false
  demo_loaded_at timestamp with time zone
  setting_up jsonb
  languages_chosen boolean not null default false
  answers_by_mail boolean not null default false
  constraint workspace_pkey PRIMARY KEY (id)
  constraint workspace_slug_check CHECK ((slug ~ '^[a-z0-9](-?[a-z0-9]){0,62}$'::text))
  constraint workspace_slug_key UNIQUE (slug)
  CREATE UNIQUE INDEX workspace_first ON control.workspace USING btree (is_first) WHERE is_first
  grant insert, select to avow_app
  grant update (slug, name, zone, languages, demo_loaded_at, setting_up, languages_chosen, answers_by_mail) to avow_app

public.absence
  table row-level security forced
  workspace_id uuid not null
  person_id uuid not null
  away_from timestamp with time zone not null
  away_until timestamp with time zone not null
  deputy_id uuid
  constraint absence_check CHECK ((away_from < away_until))
  constraint absence_check1 CHECK ((deputy_id <> person_id))
  constraint absence_pkey PRIMARY KEY (workspace_id, person_id)
  constraint absence_workspace_id_deputy_id_fkey FOREIGN KEY (workspace_id, deputy_id) REFERENCES person(workspace_id, id) ON DELETE SET NULL (deputy_id)
  constraint absence_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES person(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX absence_deputy ON public.absence USING btree (workspace_id, deputy_id) WHERE (deputy_id IS NOT NULL)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (away_from, away_until, deputy_id) to avow_app

public.access_link
  table row-level security forced
  workspace_id uuid not null
  hash bytea not null
  ticket_id uuid not null
  purpose text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint access_link_hash_check CHECK ((octet_length(hash) = 32))
  constraint access_link_pkey PRIMARY KEY (workspace_id, hash)
  constraint access_link_purpose_check CHECK ((purpose = ANY (ARRAY['follow'::text, 'rate'::text])))
  constraint access_link_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX access_link_ticket ON public.access_link USING btree (workspace_id, ticket_id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.attachment
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  ticket_id uuid not null
  seq bigint not null
  person uuid not null
  blob_key uuid not null
  name text not null
  type text not null
  size bigint not null
  content_id text
  is_inline boolean not null default false
  constraint attachment_pkey PRIMARY KEY (workspace_id, id)
  constraint attachment_workspace_id_blob_key_fkey FOREIGN KEY (workspace_id, blob_key) REFERENCES blob(workspace_id, key)
  constraint attachment_workspace_id_ticket_id_person_fkey FOREIGN KEY (workspace_id, ticket_id, person) REFERENCES person_key(workspace_id, ticket_id, key) ON DELETE CASCADE
  constraint attachment_workspace_id_ticket_id_seq_fkey FOREIGN KEY (workspace_id, ticket_id, seq) REFERENCES event(workspace_id, ticket_id, seq)
  CREATE INDEX attachment_blob ON public.attachment USING btree (workspace_id, blob_key)
  CREATE INDEX attachment_ticket ON public.attachment USING btree (workspace_id, ticket_id, seq)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.attention
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  once text not null
  code text not null
  ticket_id uuid
  data jsonb not null default '{}'::jsonb
  raised_at timestamp with time zone not null
  retry_at timestamp with time zone
  settled_at timestamp with time zone
  constraint attention_pkey PRIMARY KEY (workspace_id, id)
  constraint attention_workspace_id_once_key UNIQUE (workspace_id, once)
  CREATE INDEX attention_open ON public.attention USING btree (workspace_id, raised_at) WHERE (settled_at IS NULL)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (data, raised_at, retry_at, settled_at) to avow_app

public.audit
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  at timestamp with time zone not null
  action text not null
  code text
  person_id uuid
  actor text not null
  ticket_id uuid
  data jsonb not null default '{}'::jsonb
  constraint audit_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX audit_action ON public.audit USING btree (workspace_id, action, at, id)
  CREATE INDEX audit_at ON public.audit USING btree (workspace_id, at, id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant insert, select to avow_app

public.automatic_mail
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  address bytea not null
  at timestamp with time zone not null
  ticket_id uuid
  was_held boolean not null
  covered_by uuid
  constraint automatic_mail_address_check CHECK ((octet_length(address) = 32))
  constraint automatic_mail_pkey PRIMARY KEY (workspace_id, id)
  constraint automatic_mail_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX automatic_mail_address ON public.automatic_mail USING btree (workspace_id, address, at)
  CREATE INDEX automatic_mail_ticket ON public.automatic_mail USING btree (workspace_id, ticket_id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (covered_by) to avow_app

public.blob
  table row-level security forced
  workspace_id uuid not null
  key uuid not null
  sha256 bytea not null
  size bigint not null
  created_at timestamp with time zone not null default now()
  constraint blob_pkey PRIMARY KEY (workspace_id, key)
  constraint blob_sha256_check CHECK ((octet_length(sha256) = 32))
  constraint blob_size_check CHECK ((size >= 0))
  constraint blob_workspace_id_sha256_size_key UNIQUE (workspace_id, sha256, size)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.breach
  table row-level security forced
  workspace_id uuid not null
  ticket_id uuid not null
  promise text not null
  run integer not null
  due timestamp with time zone not null
  week text not null
  team text not null default ''::text
  cause text not null
  segments jsonb not null
  late_ms bigint
  corrected_cause text
  corrected_reason text
  corrected_by uuid
  corrected_at timestamp with time zone
  constraint breach_pkey PRIMARY KEY (workspace_id, ticket_id, promise, run)
  constraint breach_run_check CHECK ((run > 0))
  constraint breach_week_check CHECK ((week ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text))
  constraint breach_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX breach_due ON public.breach USING btree (workspace_id, due, ticket_id)
  CREATE INDEX breach_week ON public.breach USING btree (workspace_id, week)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (due, week, team, cause, segments, late_ms, corrected_cause, corrected_reason, corrected_by, corrected_at) to avow_app

public.budget_spent
  table row-level security forced
  workspace_id uuid not null
  person_id uuid not null
  budget text not null
  clause text not null
  period text not null
  currency text not null
  minor bigint not null default 0
  constraint budget_spent_budget_check CHECK ((budget = ANY (ARRAY['remedies'::text, 'kindness'::text])))
  constraint budget_spent_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint budget_spent_minor_check CHECK ((minor >= 0))
  constraint budget_spent_pkey PRIMARY KEY (workspace_id, person_id, budget, clause, period, currency)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (minor) to avow_app

public.charter_draft
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  seq bigint not null default 0
  state text not null default 'writing'::text
  source text not null
  note text not null default ''::text
  base integer
  created_at timestamp with time zone not null
  created_by uuid
  changed_at timestamp with time zone not null
  changed_by uuid
  sent_back_at timestamp with time zone
  sent_back_by uuid
  sent_back_reason text
  version integer
  constraint charter_draft_pkey PRIMARY KEY (workspace_id, id)
  constraint charter_draft_seq_check CHECK ((seq >= 0))
  constraint charter_draft_state_check CHECK ((state = ANY (ARRAY['writing'::text, 'in-review'::text, 'published'::text, 'withdrawn'::text])))
  CREATE INDEX charter_draft_changed ON public.charter_draft USING btree (workspace_id, changed_at)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (seq, state, source, note, changed_at, changed_by, sent_back_at, sent_back_by, sent_back_reason, version) to avow_app

public.charter_version
  table row-level security forced
  workspace_id uuid not null
  version integer not null
  hash text not null
  effective timestamp with time zone not null
  ends timestamp with time zone
  source text not null
  canonical text not null
  published_at timestamp with time zone not null
  published_by uuid
  approved_by uuid[] not null default '{}'::uuid[]
  note text not null default ''::text
  by_one boolean not null default false
  constraint charter_version_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  constraint charter_version_pkey PRIMARY KEY (workspace_id, version)
  constraint charter_version_version_check CHECK ((version > 0))
  CREATE INDEX charter_version_effective ON public.charter_version USING btree (workspace_id, effective)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant insert, select to avow_app
  grant select to avow_reader

public.clause_notice
  table row-level security forced
  workspace_id uuid not null
  version integer not null
  clause text not null
  person_id uuid not null
  difference jsonb not null
  told_at timestamp with time zone not null
  acknowledged_at timestamp with time zone
  reminded_at timestamp with time zone
  is_first boolean not null default false
  constraint clause_notice_pkey PRIMARY KEY (workspace_id, version, clause, person_id)
  constraint clause_notice_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES person(workspace_id, id) ON DELETE CASCADE
  constraint clause_notice_workspace_id_version_fkey FOREIGN KEY (workspace_id, version) REFERENCES charter_version(workspace_id, version)
  CREATE INDEX clause_notice_person ON public.clause_notice USING btree (workspace_id, person_id, told_at)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (acknowledged_at, reminded_at) to avow_app

public.commitment
  table row-level security forced
  workspace_id uuid not null
  ticket_id uuid not null
  promise text not null
  run integer not null
  clock text not null
  key text not null default ''::text
  state text not null
  start timestamp with time zone not null
  due timestamp with time zone
  settled_at timestamp with time zone
  fulfilled_at timestamp with time zone
  reason text
  target text not null
  calendar text
  "row" integer not null
  pauses jsonb not null default '[]'::jsonb
  left_ms bigint
  put_off boolean not null default false
  unsure boolean not null default false
  charter_hash text not null
  rules integer not null
  risk_at timestamp with time zone
  corrected boolean not null default false
  amended_by text
  law_at timestamp with time zone
  constraint commitment_charter_hash_check CHECK ((charter_hash ~ '^[0-9a-f]{64}$'::text))
  constraint commitment_check CHECK ((((due IS NULL) = (state = 'paused'::text)) OR (state = 'cancelled'::text)))
  constraint commitment_check1 CHECK (((settled_at IS NULL) = (state = ANY (ARRAY['running'::text, 'paused'::text]))))
  constraint commitment_pkey PRIMARY KEY (workspace_id, ticket_id, promise, run)
  constraint commitment_row_check CHECK (("row" > 0))
  constraint commitment_rules_check CHECK ((rules > 0))
  constraint commitment_run_check CHECK ((run > 0))
  constraint commitment_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'kept'::text, 'broken'::text, 'cancelled'::text])))
  constraint commitment_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX commitment_cancelled ON public.commitment USING btree (workspace_id, promise, settled_at) WHERE (state = 'cancelled'::text)
  CREATE INDEX commitment_law ON public.commitment USING btree (workspace_id, law_at) WHERE (law_at IS NOT NULL)
  CREATE INDEX commitment_paused ON public.commitment USING btree (workspace_id, promise) WHERE (state = 'paused'::text)
  CREATE INDEX commitment_running ON public.commitment USING btree (workspace_id, due) WHERE (state = 'running'::text)
  CREATE INDEX commitment_settled ON public.commitment USING btree (workspace_id, promise, due) WHERE (state = ANY (ARRAY['kept'::text, 'broken'::text]))
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant select to avow_reader
  grant update (clock, key, state, start, due, settled_at, fulfilled_at, reason, target, calendar, "row", pauses, left_ms, put_off, unsure, charter_hash, rules, risk_at, corrected, amended_by, law_at) to avow_app

public.draft_approval
  table row-level security forced
  workspace_id uuid not null
  draft_id uuid not null
  round integer not null
  person_id uuid not null
  hash text not null
  effective timestamp with time zone
  at timestamp with time zone not null
  constraint draft_approval_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  constraint draft_approval_pkey PRIMARY KEY (workspace_id, draft_id, round, person_id)
  constraint draft_approval_workspace_id_draft_id_round_fkey FOREIGN KEY (workspace_id, draft_id, round) REFERENCES draft_submission(workspace_id, draft_id, round) ON DELETE CASCADE
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.draft_edit
  table row-level security forced
  workspace_id uuid not null
  draft_id uuid not null
  seq bigint not null
  edit_id uuid not null
  splices jsonb not null
  removed jsonb not null
  by uuid
  at timestamp with time zone not null
  constraint draft_edit_pkey PRIMARY KEY (workspace_id, draft_id, seq)
  constraint draft_edit_seq_check CHECK ((seq > 0))
  constraint draft_edit_workspace_id_draft_id_edit_id_key UNIQUE (workspace_id, draft_id, edit_id)
  constraint draft_edit_workspace_id_draft_id_fkey FOREIGN KEY (workspace_id, draft_id) REFERENCES charter_draft(workspace_id, id) ON DELETE CASCADE
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.draft_submission
  table row-level security forced
  workspace_id uuid not null
  draft_id uuid not null
  round integer not null
  seq bigint not null
  hash text not null
  canonical text not null
  source text not null
  effective timestamp with time zone
  zone text not null
  by uuid
  at timestamp with time zone not null
  approvers text[] not null
  need integer not null
  ended_at timestamp with time zone
  asked integer not null default 0
  gives_less boolean not null default false
  warnings jsonb not null default '[]'::jsonb
  constraint draft_submission_asked_check CHECK ((asked >= 0))
  constraint draft_submission_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  constraint draft_submission_need_check CHECK ((need > 0))
  constraint draft_submission_pkey PRIMARY KEY (workspace_id, draft_id, round)
  constraint draft_submission_round_check CHECK ((round > 0))
  constraint draft_submission_workspace_id_draft_id_fkey FOREIGN KEY (workspace_id, draft_id) REFERENCES charter_draft(workspace_id, id) ON DELETE CASCADE
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (ended_at) to avow_app

public.draft_tick
  table row-level security forced
  workspace_id uuid not null
  draft_id uuid not null
  finding text not null
  reason text not null
  by uuid
  at timestamp with time zone not null
  constraint draft_tick_finding_check CHECK ((finding ~ '^[0-9a-f]{64}$'::text))
  constraint draft_tick_pkey PRIMARY KEY (workspace_id, draft_id, finding)
  constraint draft_tick_reason_check CHECK ((reason <> ''::text))
  constraint draft_tick_workspace_id_draft_id_fkey FOREIGN KEY (workspace_id, draft_id) REFERENCES charter_draft(workspace_id, id) ON DELETE CASCADE
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (reason, by, at) to avow_app

public.event
  table row-level security forced
  workspace_id uuid not null
  ticket_id uuid not null
  seq bigint not null
  id text not null
  type text not null
  v integer not null
  at timestamp with time zone not null
  recorded timestamp with time zone not null
  actor text not null
  person uuid
  envelope jsonb not null
  hash bytea not null
  constraint event_actor_check CHECK ((actor = ANY (ARRAY['customer'::text, 'agent'::text, 'bot'::text, 'system'::text])))
  constraint event_hash_check CHECK ((octet_length(hash) = 32))
  constraint event_id_check CHECK (((length(id) >= 1) AND (length(id) <= 200)))
  constraint event_pkey PRIMARY KEY (workspace_id, ticket_id, seq)
  constraint event_seq_check CHECK ((seq > 0))
  constraint event_v_check CHECK ((v > 0))
  constraint event_workspace_id_id_key UNIQUE (workspace_id, id)
  constraint event_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX event_moved ON public.event USING btree (workspace_id, ticket_id) WHERE (type = 'message.moved'::text)
  CREATE INDEX event_recorded ON public.event USING btree (workspace_id, recorded)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant insert, select to avow_app

public.event_content
  table row-level security forced
  workspace_id uuid not null
  ticket_id uuid not null
  seq bigint not null
  part text not null
  person uuid not null
  value jsonb not null
  constraint event_content_pkey PRIMARY KEY (workspace_id, ticket_id, seq, part)
  constraint event_content_workspace_id_ticket_id_person_fkey FOREIGN KEY (workspace_id, ticket_id, person) REFERENCES person_key(workspace_id, ticket_id, key) ON DELETE CASCADE
  constraint event_content_workspace_id_ticket_id_seq_fkey FOREIGN KEY (workspace_id, ticket_id, seq) REFERENCES event(workspace_id, ticket_id, seq)
  CREATE INDEX event_content_person ON public.event_content USING btree (workspace_id, ticket_id, person)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.figure_correction
  table row-level security forced
  workspace_id uuid not null
  promise text not null
  period text not null
  first text not null
  n integer not null
  kept integer not null
  broken integer not null
  cancelled jsonb not null
  hash text not null
  at timestamp with time zone not null
  constraint figure_correction_broken_check CHECK ((broken >= 0))
  constraint figure_correction_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  constraint figure_correction_kept_check CHECK ((kept >= 0))
  constraint figure_correction_n_check CHECK ((n > 0))
  constraint figure_correction_pkey PRIMARY KEY (workspace_id, promise, period, first, n)
  constraint figure_correction_workspace_id_promise_period_first_fkey FOREIGN KEY (workspace_id, promise, period, first) REFERENCES figure_period(workspace_id, promise, period, first) ON DELETE CASCADE
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.figure_period
  table row-level security forced
  workspace_id uuid not null
  promise text not null
  period text not null
  first text not null
  "from" timestamp with time zone not null
  "to" timestamp with time zone not null
  kept integer not null
  broken integer not null
  cancelled jsonb not null
  put_off integer not null
  corrected integer not null
  unfulfilled integer not null
  median_ms bigint
  mean_ms bigint
  versions integer not null
  hash text not null
  frozen_at timestamp with time zone not null
  crisis_kept integer not null default 0
  crisis_broken integer not null default 0
  constraint figure_period_broken_check CHECK ((broken >= 0))
  constraint figure_period_check CHECK (((crisis_kept >= 0) AND (crisis_kept <= kept)))
  constraint figure_period_check1 CHECK (((crisis_broken >= 0) AND (crisis_broken <= broken)))
  constraint figure_period_first_check CHECK ((first ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text))
  constraint figure_period_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  constraint figure_period_kept_check CHECK ((kept >= 0))
  constraint figure_period_period_check CHECK ((period = ANY (ARRAY['week'::text, 'month'::text, 'quarter'::text, 'year'::text])))
  constraint figure_period_pkey PRIMARY KEY (workspace_id, promise, period, first)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.idempotent_answer
  table row-level security forced
  workspace_id uuid not null
  key text not null
  path text not null
  actor text not null
  body_hash bytea not null
  created_at timestamp with time zone not null
  status integer
  answer text
  constraint idempotent_answer_body_hash_check CHECK ((octet_length(body_hash) = 32))
  constraint idempotent_answer_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
  constraint idempotent_answer_pkey PRIMARY KEY (workspace_id, key, path, actor)
  CREATE INDEX idempotent_answer_created ON public.idempotent_answer USING btree (workspace_id, created_at)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (body_hash, created_at, status, answer) to avow_app

public.improvement
  table row-level security forced
  workspace_id uuid not null
  clause text not null
  effort text
  owner_id uuid
  by_day text
  note text not null
  state text not null
  said_by uuid
  said_at timestamp with time zone not null
  constraint improvement_by_day_check CHECK ((by_day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text))
  constraint improvement_clause_check CHECK (((char_length(clause) >= 1) AND (char_length(clause) <= 100)))
  constraint improvement_effort_check CHECK ((effort = ANY (ARRAY['small'::text, 'medium'::text, 'large'::text])))
  constraint improvement_note_check CHECK ((char_length(note) <= 1000))
  constraint improvement_pkey PRIMARY KEY (workspace_id, clause)
  constraint improvement_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
  constraint improvement_workspace_id_owner_id_fkey FOREIGN KEY (workspace_id, owner_id) REFERENCES person(workspace_id, id) ON DELETE SET NULL (owner_id)
  constraint improvement_workspace_id_said_by_fkey FOREIGN KEY (workspace_id, said_by) REFERENCES person(workspace_id, id) ON DELETE SET NULL (said_by)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (effort, owner_id, by_day, note, state, said_by, said_at) to avow_app

public.inbound_mail
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  mailbox_id uuid not null
  acceptance_id uuid not null
  received_at timestamp with time zone not null
  envelope_from text not null
  envelope_to text not null
  blob_key uuid not null
  sha256 bytea not null
  size bigint not null
  has_bare_newlines boolean not null default false
  outcome text
  reason text
  ticket_id uuid
  event_id text
  from_address text
  from_name text
  subject text
  message_id text
  text text
  settled_at timestamp with time zone
  attempts integer not null default 0
  lease_until timestamp with time zone
  fence bigint not null default 0
  folder text
  uid_validity bigint
  uid bigint
  left_at timestamp with time zone
  client_address text
  trace jsonb
  client_helo text
  verification jsonb
  imported_at timestamp with time zone
  whole_size bigint
  arrived_at timestamp with time zone
  constraint inbound_mail_outcome_check CHECK ((outcome = ANY (ARRAY['ticketed'::text, 'appended'::text, 'suppressed'::text, 'quarantined'::text])))
  constraint inbound_mail_pkey PRIMARY KEY (workspace_id, id)
  constraint inbound_mail_sha256_check CHECK ((octet_length(sha256) = 32))
  constraint inbound_mail_workspace_id_acceptance_id_mailbox_id_key UNIQUE (workspace_id, acceptance_id, mailbox_id)
  constraint inbound_mail_workspace_id_blob_key_fkey FOREIGN KEY (workspace_id, blob_key) REFERENCES blob(workspace_id, key)
  constraint inbound_mail_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailbox(workspace_id, id)
  CREATE INDEX inbound_mail_blob ON public.inbound_mail USING btree (workspace_id, blob_key)
  CREATE INDEX inbound_mail_client ON public.inbound_mail USING btree (workspace_id, client_address, received_at) WHERE (client_address IS NOT NULL)
  CREATE INDEX inbound_mail_event ON public.inbound_mail USING btree (workspace_id, event_id) WHERE (event_id IS NOT NULL)
  CREATE INDEX inbound_mail_mailbox ON public.inbound_mail USING btree (workspace_id, mailbox_id, received_at)
  CREATE INDEX inbound_mail_pending ON public.inbound_mail USING btree (workspace_id, mailbox_id, received_at) WHERE (outcome IS NULL)
  CREATE INDEX inbound_mail_received ON public.inbound_mail USING btree (workspace_id, received_at, id)
  CREATE INDEX inbound_mail_same ON public.inbound_mail USING btree (workspace_id, mailbox_id, sha256, received_at)
  CREATE INDEX inbound_mail_sender ON public.inbound_mail USING btree (workspace_id, envelope_from, received_at)
  CREATE INDEX inbound_mail_ticket ON public.inbound_mail USING btree (workspace_id, ticket_id)
  CREATE INDEX inbound_mail_to_look_at ON public.inbound_mail USING btree (workspace_id, mailbox_id) WHERE ((outcome = 'quarantined'::text) AND (left_at IS NULL))
  CREATE UNIQUE INDEX inbound_mail_imported ON public.inbound_mail USING btree (workspace_id, mailbox_id, sha256) WHERE (imported_at IS NOT NULL)
  CREATE UNIQUE INDEX inbound_mail_uid ON public.inbound_mail USING btree (workspace_id, mailbox_id, folder, uid_validity, uid) WHERE (uid IS NOT NULL)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (outcome, reason, ticket_id, event_id, from_address, from_name, subject, message_id, text, settled_at, attempts, lease_until, fence, folder, uid_validity, uid, left_at, trace, verification) to avow_app

public.mail_account
  table row-level security forced
  workspace_id uuid not null
  mailbox_id uuid not null
  host text not null
  port integer not null
  security text not null
  username text not null
  sealed_password text
  since timestamp with time zone
  lease_until timestamp with time zone
  fence bigint not null default 0
  fetched_at timestamp with time zone
  failed_at timestamp with time zone
  failures integer not null default 0
  failure text
  said text
  next_try timestamp with time zone
  failing_since timestamp with time zone
  connected_at timestamp with time zone not null default now()
  plus text
  plus_address text
  plus_tried_at timestamp with time zone
  constraint mail_account_pkey PRIMARY KEY (workspace_id, mailbox_id)
  constraint mail_account_plus CHECK ((plus = ANY (ARRAY['taken'::text, 'refused'::text])))
  constraint mail_account_port_check CHECK (((port >= 1) AND (port <= 65535)))
  constraint mail_account_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])))
  constraint mail_account_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailbox(workspace_id, id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (host, port, security, username, sealed_password, since, lease_until, fence, fetched_at, failed_at, failures, failure, said, next_try, failing_since, connected_at, plus, plus_address, plus_tried_at) to avow_app

public.mail_consent
  table row-level security forced
  workspace_id uuid not null
  mailbox_id uuid not null
  provider text not null
  client_id text
  sealed_client_secret text
  sealed_access text not null
  expires_at timestamp with time zone not null
  sealed_refresh text
  lease_until timestamp with time zone
  fence bigint not null default 0
  refused_at timestamp with time zone
  said text
  constraint mail_consent_pkey PRIMARY KEY (workspace_id, mailbox_id)
  constraint mail_consent_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mail_account(workspace_id, mailbox_id) ON DELETE CASCADE
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (provider, client_id, sealed_client_secret, sealed_access, expires_at, sealed_refresh, lease_until, fence, refused_at, said) to avow_app

public.mail_consent_asked
  table row-level security forced
  workspace_id uuid not null
  state_hash bytea not null
  mailbox_id uuid not null
  session text not null
  sealed text not null
  asked_at timestamp with time zone not null
  constraint mail_consent_asked_pkey PRIMARY KEY (workspace_id, state_hash)
  constraint mail_consent_asked_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailbox(workspace_id, id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.mail_folder
  table row-level security forced
  workspace_id uuid not null
  mailbox_id uuid not null
  name text not null
  uid_validity bigint
  last_uid bigint not null default 0
  fetched bigint not null default 0
  renumbered integer not null default 0
  reconciled_at timestamp with time zone
  reconciliation jsonb
  constraint mail_folder_pkey PRIMARY KEY (workspace_id, mailbox_id, name)
  constraint mail_folder_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mail_account(workspace_id, mailbox_id) ON DELETE CASCADE
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (uid_validity, last_uid, fetched, renumbered, reconciled_at, reconciliation) to avow_app

public.mail_key
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  domain text not null
  selector text not null
  kind text not null
  public_key text not null
  sealed_private text not null
  made_at timestamp with time zone not null
  signs_since timestamp with time zone
  replaced_at timestamp with time zone
  seen_at timestamp with time zone
  checked_at timestamp with time zone
  finding text
  said text
  lacking_since timestamp with time zone
  missed smallint not null default 0
  stopped_at timestamp with time zone
  constraint mail_key_check CHECK (((replaced_at IS NULL) OR (signs_since IS NOT NULL)))
  constraint mail_key_check1 CHECK (((checked_at IS NULL) = (finding IS NULL)))
  constraint mail_key_check2 CHECK (((stopped_at IS NULL) OR (lacking_since IS NOT NULL)))
  constraint mail_key_kind_check CHECK ((kind = ANY (ARRAY['rsa'::text, 'ed25519'::text])))
  constraint mail_key_pkey PRIMARY KEY (workspace_id, id)
  constraint mail_key_workspace_id_domain_selector_key UNIQUE (workspace_id, domain, selector)
  CREATE UNIQUE INDEX mail_key_signs ON public.mail_key USING btree (workspace_id, domain, kind) WHERE ((signs_since IS NOT NULL) AND (replaced_at IS NULL))
  CREATE UNIQUE INDEX mail_key_waits ON public.mail_key USING btree (workspace_id, domain, kind) WHERE (signs_since IS NULL)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (signs_since, replaced_at, seen_at, checked_at, finding, said, lacking_since, missed, stopped_at) to avow_app

public.mail_reference
  table row-level security forced
  workspace_id uuid not null
  message_id text not null
  ticket_id uuid not null
  seq bigint not null
  constraint mail_reference_pkey PRIMARY KEY (workspace_id, message_id, ticket_id)
  constraint mail_reference_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX mail_reference_ticket ON public.mail_reference USING btree (workspace_id, ticket_id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.mail_sender
  table row-level security forced
  workspace_id uuid not null
  mailbox_id uuid not null
  host text not null
  port integer not null
  security text not null
  sign_in text not null
  username text
  sealed_password text
  failed_at timestamp with time zone
  failure text
  said text
  constraint mail_sender_check CHECK (((sign_in = 'own'::text) = (username IS NOT NULL)))
  constraint mail_sender_check1 CHECK (((sign_in = 'own'::text) = (sealed_password IS NOT NULL)))
  constraint mail_sender_pkey PRIMARY KEY (workspace_id, mailbox_id)
  constraint mail_sender_port_check CHECK (((port >= 1) AND (port <= 65535)))
  constraint mail_sender_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])))
  constraint mail_sender_sign_in_check CHECK ((sign_in = ANY (ARRAY['same'::text, 'own'::text, 'none'::text])))
  constraint mail_sender_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailbox(workspace_id, id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (host, port, security, sign_in, username, sealed_password, failed_at, failure, said) to avow_app

public.mailbox
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  address text not null
  name text not null
  language text
  zone text
  answers boolean not null default false
  removed_at timestamp with time zone
  checked_at timestamp with time zone
  checked jsonb
  authserv_id text
  constraint mailbox_address_check CHECK ((address = lower(address)))
  constraint mailbox_answering CHECK (((NOT answers) OR (removed_at IS NULL)))
  constraint mailbox_authserv_id_check CHECK ((authserv_id <> ''::text))
  constraint mailbox_pkey PRIMARY KEY (workspace_id, id)
  constraint mailbox_workspace_id_address_key UNIQUE (workspace_id, address)
  CREATE UNIQUE INDEX mailbox_answers ON public.mailbox USING btree (workspace_id) WHERE answers
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant insert, select to avow_app
  grant update (address, name, language, zone, answers, removed_at, checked_at, checked, authserv_id) to avow_app

public.notice
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  once text not null
  person_id uuid not null
  code text not null
  ticket_id uuid
  data jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null
  read_at timestamp with time zone
  constraint notice_pkey PRIMARY KEY (workspace_id, id)
  constraint notice_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES person(workspace_id, id) ON DELETE CASCADE
  constraint notice_workspace_id_person_id_once_key UNIQUE (workspace_id, person_id, once)
  CREATE INDEX notice_person ON public.notice USING btree (workspace_id, person_id, created_at)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (read_at) to avow_app

public.observed_wait
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  company text not null
  channel text
  day text not null
  wait_ms bigint not null
  note text not null
  by uuid
  at timestamp with time zone not null
  constraint observed_wait_channel_check CHECK (((char_length(channel) >= 1) AND (char_length(channel) <= 100)))
  constraint observed_wait_company_check CHECK (((char_length(company) >= 1) AND (char_length(company) <= 200)))
  constraint observed_wait_day_check CHECK ((day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text))
  constraint observed_wait_note_check CHECK ((char_length(note) <= 1000))
  constraint observed_wait_pkey PRIMARY KEY (workspace_id, id)
  constraint observed_wait_wait_ms_check CHECK ((wait_ms >= 0))
  CREATE INDEX observed_wait_at ON public.observed_wait USING btree (workspace_id, at, id)
  CREATE INDEX observed_wait_day ON public.observed_wait USING btree (workspace_id, day)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.opinion
  table row-level security forced
  workspace_id uuid not null
  version integer not null
  clause text not null
  question text not null
  day text not null
  visitor bytea not null
  answer boolean not null
  at timestamp with time zone not null
  constraint opinion_day_check CHECK ((day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text))
  constraint opinion_pkey PRIMARY KEY (workspace_id, version, clause, question, day, visitor)
  constraint opinion_question_check CHECK ((question = ANY (ARRAY['fair'::text, 'kept'::text])))
  constraint opinion_visitor_check CHECK ((octet_length(visitor) = 32))
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (visitor, answer, at) to avow_app

public.outbox
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  kind text not null
  once text not null
  ticket_id uuid
  payload jsonb not null
  due timestamp with time zone not null
  lease_until timestamp with time zone
  fence bigint not null default 0
  attempts integer not null default 0
  last_error text
  sent_at timestamp with time zone
  given_up_at timestamp with time zone
  is_in_folder boolean not null default false
  refused boolean not null default false
  reported text
  reported_at timestamp with time zone
  reported_status text
  reported_said text
  held_for text
  passed_at timestamp with time zone
  address_mark bytea
  domain_mark bytea
  constraint outbox_address_mark_check CHECK ((octet_length(address_mark) = 32))
  constraint outbox_domain_mark_check CHECK ((octet_length(domain_mark) = 32))
  constraint outbox_held_for_check CHECK ((held_for = ANY (ARRAY['address'::text, 'domain'::text, 'workspace'::text, 'dead-address'::text])))
  constraint outbox_pkey PRIMARY KEY (workspace_id, id)
  constraint outbox_reported_check CHECK ((reported = ANY (ARRAY['failed'::text, 'delayed'::text, 'delivered'::text])))
  constraint outbox_workspace_id_kind_once_key UNIQUE (workspace_id, kind, once)
  constraint outbox_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX outbox_forwards ON public.outbox USING btree (workspace_id, id) WHERE (kind = 'forward'::text)
  CREATE INDEX outbox_held ON public.outbox USING btree (workspace_id) WHERE (held_for IS NOT NULL)
  CREATE INDEX outbox_passed ON public.outbox USING btree (workspace_id, passed_at) INCLUDE (address_mark, domain_mark) WHERE (passed_at IS NOT NULL)
  CREATE INDEX outbox_ticket ON public.outbox USING btree (workspace_id, ticket_id)
  CREATE INDEX outbox_waiting ON public.outbox USING btree (workspace_id, due) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL) AND (held_for IS NULL))
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (due, lease_until, fence, attempts, last_error, sent_at, given_up_at, is_in_folder, refused, reported, reported_at, reported_status, reported_said, held_for, passed_at, address_mark, domain_mark) to avow_app

public.person
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  kind text not null
  name text
  email text
  phone text
  language text
  zone text
  team text
  facts jsonb not null default '{}'::jsonb
  is_demo boolean not null default false
  answered_at timestamp with time zone
  created_at timestamp with time zone not null
  unreachable_since timestamp with time zone
  unreachable_status text
  is_mailed_messages boolean not null default false
  merged_id uuid
  who uuid not null default COALESCE(merged_id, id)
  constraint person_email_check CHECK ((email = lower(email)))
  constraint person_kind_check CHECK ((kind = ANY (ARRAY['customer'::text, 'staff'::text, 'outside'::text])))
  constraint person_merged_check CHECK (((merged_id IS NULL) OR ((kind = 'customer'::text) AND (merged_id <> id))))
  constraint person_pkey PRIMARY KEY (workspace_id, id)
  constraint person_workspace_id_kind_email_key UNIQUE (workspace_id, kind, email)
  constraint person_workspace_id_merged_id_fkey FOREIGN KEY (workspace_id, merged_id) REFERENCES person(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX person_merged ON public.person USING btree (workspace_id, merged_id) WHERE (merged_id IS NOT NULL)
  CREATE INDEX person_who ON public.person USING btree (workspace_id, who)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (name, email, phone, language, zone, team, facts, answered_at, unreachable_since, unreachable_status, is_mailed_messages, merged_id) to avow_app

public.person_key
  table row-level security forced
  workspace_id uuid not null
  ticket_id uuid not null
  key uuid not null
  person_id uuid not null
  secret bytea not null
  constraint person_key_pkey PRIMARY KEY (workspace_id, ticket_id, key)
  constraint person_key_secret_check CHECK ((octet_length(secret) = 32))
  constraint person_key_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  constraint person_key_workspace_id_ticket_id_person_id_key UNIQUE (workspace_id, ticket_id, person_id)
  CREATE INDEX person_key_person ON public.person_key USING btree (workspace_id, person_id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.position_holder
  table row-level security forced
  workspace_id uuid not null
  "position" text not null
  person_id uuid not null
  constraint position_holder_pkey PRIMARY KEY (workspace_id, "position", person_id)
  constraint position_holder_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES person(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX position_holder_person ON public.position_holder USING btree (workspace_id, person_id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app

public.remedy_grant
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  ticket_id uuid not null
  clause text not null
  "row" integer not null
  remedy text not null
  minor bigint
  currency text
  state text not null
  is_bend boolean not null default false
  reason text not null default ''::text
  backed_by text[] not null default '{}'::text[]
  waits_for text[] not null default '{}'::text[]
  charter_hash text not null
  facts jsonb not null
  facts_hash text not null
  asked_by uuid
  asked_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  decision_reason text
  done_by uuid
  done_at timestamp with time zone
  review text
  reviewed_by uuid
  reviewed_at timestamp with time zone
  review_reason text
  constraint remedy_grant_charter_hash_check CHECK ((charter_hash ~ '^[0-9a-f]{64}$'::text))
  constraint remedy_grant_check CHECK (((minor IS NULL) = (currency IS NULL)))
  constraint remedy_grant_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint remedy_grant_minor_check CHECK ((minor >= 0))
  constraint remedy_grant_pkey PRIMARY KEY (workspace_id, id)
  constraint remedy_grant_review CHECK ((review = ANY (ARRAY['suggested'::text, 'set-aside'::text])))
  constraint remedy_grant_reviewed CHECK ((((review IS NULL) = (reviewed_at IS NULL)) AND ((review IS NULL) = (review_reason IS NULL))))
  constraint remedy_grant_row_check CHECK (("row" >= 0))
  constraint remedy_grant_state_check CHECK ((state = ANY (ARRAY['granted'::text, 'asked'::text, 'refused'::text, 'withdrawn'::text, 'done'::text])))
  constraint remedy_grant_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX remedy_grant_exceptions ON public.remedy_grant USING btree (workspace_id, asked_at) WHERE (is_bend AND (review IS NULL) AND (state = ANY (ARRAY['granted'::text, 'done'::text])))
  CREATE INDEX remedy_grant_state ON public.remedy_grant USING btree (workspace_id, state, asked_at)
  CREATE INDEX remedy_grant_ticket ON public.remedy_grant USING btree (workspace_id, ticket_id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (state, backed_by, decided_by, decided_at, decision_reason, done_by, done_at, review, reviewed_by, reviewed_at, review_reason) to avow_app

public.scorecard
  table row-level security forced
  workspace_id uuid not null
  ticket_id uuid not null
  value text not null
  shown text not null
  note text not null
  said_by uuid
  said_at timestamp with time zone not null
  constraint scorecard_pkey PRIMARY KEY (workspace_id, ticket_id, value)
  constraint scorecard_shown_check CHECK ((shown = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))
  constraint scorecard_workspace_id_said_by_fkey FOREIGN KEY (workspace_id, said_by) REFERENCES person(workspace_id, id) ON DELETE SET NULL (said_by)
  constraint scorecard_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX scorecard_said ON public.scorecard USING btree (workspace_id, said_at)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (shown, note, said_by, said_at) to avow_app

public.step
  table row-level security forced
  workspace_id uuid not null
  ticket_id uuid not null
  clause text not null
  step integer not null
  commitment text not null default ''::text
  due timestamp with time zone
  taken_at timestamp with time zone
  is_late boolean not null default false
  constraint step_pkey PRIMARY KEY (workspace_id, ticket_id, clause, step, commitment)
  constraint step_step_check CHECK ((step > 0))
  constraint step_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX step_ahead ON public.step USING btree (workspace_id, due) WHERE (taken_at IS NULL)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant select to avow_reader
  grant update (due, taken_at, is_late) to avow_app

public.suggestion
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  clause text not null
  version integer
  kind text not null
  text text not null
  ticket_id uuid
  grant_id uuid
  by uuid
  at timestamp with time zone not null
  state text not null default 'open'::text
  decided_by uuid
  decided_at timestamp with time zone
  decision_reason text
  draft_id uuid
  constraint suggestion_kind_check CHECK ((kind = ANY (ARRAY['comment'::text, 'suggestion'::text])))
  constraint suggestion_pkey PRIMARY KEY (workspace_id, id)
  constraint suggestion_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text])))
  CREATE INDEX suggestion_at ON public.suggestion USING btree (workspace_id, at)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (state, decided_by, decided_at, decision_reason, draft_id) to avow_app

public.team
  table row-level security forced
  workspace_id uuid not null
  name text not null
  mailbox_id uuid
  signatures jsonb not null default '{}'::jsonb
  signs_automatic boolean not null default false
  constraint team_pkey PRIMARY KEY (workspace_id, name)
  constraint team_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailbox(workspace_id, id)
  CREATE UNIQUE INDEX team_mailbox ON public.team USING btree (workspace_id, mailbox_id) WHERE (mailbox_id IS NOT NULL)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (mailbox_id, signatures, signs_automatic) to avow_app

public.ticket
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  number bigint not null
  state text not null default 'new'::text
  charter_hash text
  created_at timestamp with time zone not null
  seq bigint not null default 0
  recorded timestamp with time zone not null
  hash bytea not null
  channel text
  language text
  customer_id uuid
  mailbox_id uuid
  assignee_id uuid
  team text
  priority integer not null default 0
  facts jsonb not null default '{}'::jsonb
  is_spam boolean not null default false
  is_demo boolean not null default false
  follows_id uuid
  messages integer not null default 0
  last_message_at timestamp with time zone
  rating integer
  next_due timestamp with time zone
  next_start timestamp with time zone
  next_promise text
  risk_at timestamp with time zone
  paused integer not null default 0
  broken integer not null default 0
  last_broken_at timestamp with time zone
  merged_id uuid
  is_imported boolean not null default false
  constraint ticket_charter_hash_check CHECK ((charter_hash ~ '^[0-9a-f]{64}$'::text))
  constraint ticket_hash_check CHECK ((octet_length(hash) = 32))
  constraint ticket_pkey PRIMARY KEY (workspace_id, id)
  constraint ticket_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
  constraint ticket_state_check CHECK ((state = ANY (ARRAY['new'::text, 'open'::text, 'waiting-for-customer'::text, 'on-hold'::text, 'solved'::text, 'closed'::text])))
  constraint ticket_workspace_id_number_key UNIQUE (workspace_id, number)
  CREATE INDEX ticket_all ON public.ticket USING btree (workspace_id, next_due, id) WHERE ((state <> ALL (ARRAY['solved'::text, 'closed'::text])) AND (NOT is_spam))
  CREATE INDEX ticket_broken ON public.ticket USING btree (workspace_id, last_broken_at, id) WHERE ((broken > 0) AND (state <> ALL (ARRAY['solved'::text, 'closed'::text])) AND (NOT is_spam))
  CREATE INDEX ticket_created ON public.ticket USING btree (workspace_id, created_at)
  CREATE INDEX ticket_customer ON public.ticket USING btree (workspace_id, customer_id)
  CREATE INDEX ticket_ended ON public.ticket USING btree (workspace_id, recorded, id) WHERE ((state = ANY (ARRAY['solved'::text, 'closed'::text])) AND (NOT is_spam))
  CREATE INDEX ticket_follows ON public.ticket USING btree (workspace_id, follows_id) WHERE (follows_id IS NOT NULL)
  CREATE INDEX ticket_merged ON public.ticket USING btree (workspace_id, merged_id) WHERE (merged_id IS NOT NULL)
  CREATE INDEX ticket_mine ON public.ticket USING btree (workspace_id, assignee_id, next_due, id) WHERE ((state <> ALL (ARRAY['solved'::text, 'closed'::text])) AND (NOT is_spam))
  CREATE INDEX ticket_recorded ON public.ticket USING btree (workspace_id, recorded)
  CREATE INDEX ticket_risk ON public.ticket USING btree (workspace_id, risk_at) WHERE ((state <> ALL (ARRAY['solved'::text, 'closed'::text])) AND (NOT is_spam))
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant select to avow_reader
  grant update (state, charter_hash, created_at, seq, recorded, hash, channel, language, customer_id, mailbox_id, assignee_id, team, priority, facts, is_spam, is_demo, follows_id, messages, last_message_at, rating, next_due, next_start, next_promise, risk_at, paused, broken, last_broken_at, merged_id, is_imported) to avow_app

public.ticket_number
  table row-level security forced
  workspace_id uuid not null
  last bigint not null
  constraint ticket_number_last_check CHECK ((last >= 0))
  constraint ticket_number_pkey PRIMARY KEY (workspace_id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (last) to avow_app

public.ticket_preview
  table row-level security forced
  workspace_id uuid not null
  ticket_id uuid not null
  person uuid not null
  subject text not null
  snippet text not null
  constraint ticket_preview_pkey PRIMARY KEY (workspace_id, ticket_id)
  constraint ticket_preview_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  constraint ticket_preview_workspace_id_ticket_id_person_fkey FOREIGN KEY (workspace_id, ticket_id, person) REFERENCES person_key(workspace_id, ticket_id, key) ON DELETE CASCADE
  CREATE INDEX ticket_preview_person ON public.ticket_preview USING btree (workspace_id, ticket_id, person)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (person, subject, snippet) to avow_app

public.trial
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  draft_id uuid not null
  seq bigint not null
  state text not null default 'running'::text
  done bigint not null default 0
  total bigint not null default 0
  started_at timestamp with time zone not null
  ended_at timestamp with time zone
  trouble text
  lines jsonb not null default '[]'::jsonb
  changes jsonb not null default '[]'::jsonb
  beat_at timestamp with time zone not null
  constraint trial_pkey PRIMARY KEY (workspace_id, id)
  constraint trial_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
  constraint trial_workspace_id_draft_id_fkey FOREIGN KEY (workspace_id, draft_id) REFERENCES charter_draft(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX trial_draft ON public.trial USING btree (workspace_id, draft_id)
  CREATE UNIQUE INDEX trial_running ON public.trial USING btree (workspace_id) WHERE (state = 'running'::text)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (state, done, total, ended_at, trouble, lines, changes, beat_at) to avow_app

public.upload
  table row-level security forced
  workspace_id uuid not null
  id uuid not null
  actor text not null
  blob_key uuid not null
  sha256 bytea not null
  size bigint not null
  made_at timestamp with time zone not null
  constraint upload_pkey PRIMARY KEY (workspace_id, id)
  constraint upload_sha256_check CHECK ((octet_length(sha256) = 32))
  CREATE INDEX upload_actor ON public.upload USING btree (workspace_id, actor)
  CREATE INDEX upload_made ON public.upload USING btree (workspace_id, made_at)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
