import type { ClientBase } from 'pg'

/**
 * Makes a restored database keep still about the time between the backup and now. Mail that waited may have left since:
 * it is given up, and stands in the desk to be sent again by hand. Steps that fell due may have been taken: they count as
 * taken. Leases are let go. As the owner, while row-level security is not forced.
 */
export async function quietRestored(owner: ClientBase): Promise<void> {
  await owner.query(`
    update outbox set given_up_at = clock_timestamp(), lease_until = null,
           last_error = 'restored from a backup: it may have left already, so it was not sent again'
     where sent_at is null and given_up_at is null`)
  await owner.query(
    'update step set taken_at = clock_timestamp(), is_late = true where taken_at is null and due <= clock_timestamp()',
  )
  // Bytes that nothing took along yet are in no backup. An older one has no such table.
  await owner.query(`
    do $$ begin
      if to_regclass('public.upload') is not null then delete from upload; end if;
    end $$`)
  await owner.query('update inbound_mail set lease_until = null where outcome is null')
}
