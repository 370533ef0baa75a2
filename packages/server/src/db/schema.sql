control.migration
  table no row-level security
  number integer not null
  name text not null
  checksum text not null
  applied_at timestamp with time zone not null default now()
  constraint migration_pkey PRIMARY KEY (number)

control.workspace
  table no row-level security
  id uuid not null
  slug text not null
  name text not null
  created_at timestamp with time zone not null default now()
  constraint workspace_pkey PRIMARY KEY (id)
  constraint workspace_slug_check CHECK ((slug ~ '^[a-z0-9](-?[a-z0-9]){0,62}$'::text))
  constraint workspace_slug_key UNIQUE (slug)
  grant insert, select to avow_app
  grant update (slug, name) to avow_app

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
  constraint commitment_charter_hash_check CHECK ((charter_hash ~ '^[0-9a-f]{64}$'::text))
  constraint commitment_check CHECK ((((due IS NULL) = (state = 'paused'::text)) OR (state = 'cancelled'::text)))
  constraint commitment_check1 CHECK (((settled_at IS NULL) = (state = ANY (ARRAY['running'::text, 'paused'::text]))))
  constraint commitment_pkey PRIMARY KEY (workspace_id, ticket_id, promise, run)
  constraint commitment_row_check CHECK (("row" > 0))
  constraint commitment_rules_check CHECK ((rules > 0))
  constraint commitment_run_check CHECK ((run > 0))
  constraint commitment_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'kept'::text, 'broken'::text, 'cancelled'::text])))
  constraint commitment_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX commitment_running ON public.commitment USING btree (workspace_id, due) WHERE (state = 'running'::text)
  CREATE INDEX commitment_settled ON public.commitment USING btree (workspace_id, promise, due) WHERE (state = ANY (ARRAY['kept'::text, 'broken'::text]))
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant select to avow_reader
  grant update (clock, key, state, start, due, settled_at, fulfilled_at, reason, target, calendar, "row", pauses, left_ms, put_off, unsure, charter_hash, rules) to avow_app

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
  constraint outbox_pkey PRIMARY KEY (workspace_id, id)
  constraint outbox_workspace_id_kind_once_key UNIQUE (workspace_id, kind, once)
  constraint outbox_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id)
  CREATE INDEX outbox_ticket ON public.outbox USING btree (workspace_id, ticket_id)
  CREATE INDEX outbox_waiting ON public.outbox USING btree (workspace_id, due) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL))
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (due, lease_until, fence, attempts, last_error, sent_at, given_up_at) to avow_app

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
  constraint ticket_charter_hash_check CHECK ((charter_hash ~ '^[0-9a-f]{64}$'::text))
  constraint ticket_hash_check CHECK ((octet_length(hash) = 32))
  constraint ticket_pkey PRIMARY KEY (workspace_id, id)
  constraint ticket_state_check CHECK ((state = ANY (ARRAY['new'::text, 'open'::text, 'waiting-for-customer'::text, 'on-hold'::text, 'solved'::text, 'closed'::text])))
  constraint ticket_workspace_id_number_key UNIQUE (workspace_id, number)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant select to avow_reader
  grant update (state, charter_hash, created_at, seq, recorded, hash) to avow_app

public.ticket_number
  table row-level security forced
  workspace_id uuid not null
  last bigint not null
  constraint ticket_number_last_check CHECK ((last > 0))
  constraint ticket_number_pkey PRIMARY KEY (workspace_id)
  policy workspace permissive for all to public using (workspace_id = (NULLIF(current_setting('avow.workspace'::text, true), ''::text))::uuid)
  grant delete, insert, select to avow_app
  grant update (last) to avow_app
