import type { DeliveryState } from '@avow/contract'
import { sql } from 'kysely'

/** Of a row of `outbox`, named without an alias. Each row has one recipient. */
export const DELIVERY_STATE = sql.raw<DeliveryState>(`
  case when reported = 'failed' then 'bounced'
       when given_up_at is not null and refused then 'refused'
       when given_up_at is not null then 'given-up'
       when held_for is not null then 'held'
       when sent_at is null and last_error is not null then 'deferred'
       when sent_at is null then 'waiting'
       when is_in_folder then 'in-folder'
       when reported = 'delayed' then 'deferred'
       else 'sent' end`)
