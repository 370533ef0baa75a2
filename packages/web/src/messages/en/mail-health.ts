/** Words of the state of mail, and of what is done with mail that was set aside. */
export const mailHealth = {
  'health.title': 'Mail health',
  'health.lead': 'What came in and what left, mailbox by mailbox. The parts of each line add up.',
  'health.none': 'No address yet',
  'health.none-hint': 'Mailboxes are listed here once the company has a mail address.',
  'health.state.well': 'All is well',
  'health.state.late': 'Mail waits to be read',
  'health.state.failing': 'Fetching fails',
  'health.state.given-up': 'Mail could not be delivered',
  'health.to-look-at': '{count, plural, one {# mail to look at} other {# mails to look at}}',
  'health.last-mail': 'Last mail {time}',
  'health.no-mail': 'No mail has come yet',
  'health.waiting': 'The oldest that waits to be read came {time}.',
  'health.direct': 'Sent to us directly',
  'health.fetched': 'Fetched from {host}, last {time}',
  'health.not-fetched': 'Fetched from {host}, not yet through',
  'health.failing': 'Fetching fails since {time}.',
  'health.next-try': 'It is tried again {time}.',
  'health.plus.refused':
    'Mail to addresses such as {address} does not come in there. Answers find their ticket by the mail that they answer, and people of the desk answer in the desk, not from their mail program.',
  'health.plus.unknown':
    'Whether mail to addresses such as {address} comes in there is not known yet. Until it is, answers find their ticket by the mail that they answer.',
  'health.fetch': 'Fetch now',
  'health.fetch-of': 'Fetch mail of {address} now',
  'health.asked': 'Asked. What lies there comes in within a moment.',
  'health.came': 'Came in',
  'health.left': 'Left',
  'health.counts-of': '{what}: {address}',
  'health.day': '24 hours',
  'health.week': '7 days',
  'health.out.written': 'Written',
  'health.out.sent': 'Sent',
  'health.out.waiting': 'Waiting',
  'health.out.deferred': 'Tried again',
  'health.out.given_up': 'Given up',
  'health.compared':
    'Folder {folder}, compared {time}: {count, plural, one {# mail lies there.} other {# mails lie there.}}',
  'health.compared-same': 'All are kept here.',
  'health.compared-fetched':
    '{count, plural, one {# was missing and has been fetched.} other {# were missing and have been fetched.}}',
  'health.compared-failed':
    '{count, plural, one {# is missing and could not be fetched. It is tried again.} other {# are missing and could not be fetched. They are tried again.}}',
  'health.compared-gone':
    '{count, plural, one {# that is kept here has gone there: somebody moved or removed it.} other {# that are kept here have gone there: somebody moved or removed them.}}',
  'health.bytes-whole':
    'Originals read again {time}: {count, plural, one {# mail, whole.} other {# mails, all whole.}}',
  'health.bytes-bad':
    'Originals read again {time}: {count, plural, one {# is missing or damaged. Bring it back from a backup.} other {# are missing or damaged. Bring them back from a backup.}}',
  'health.room-short':
    'The disk is nearly full: {free, number} MB are left. Mail stays with its senders until there is room.',
  'health.key-lacking':
    'The key that signs mail of {domain} is gone from the DNS or was changed there. Its mail is still signed. Found {time}.',
  'health.key-stopped':
    'Mail of {domain} leaves unsigned: the key that signed it is gone from the DNS or was changed there. Found {time}.',
  'health.see-key': 'See its record',
  'mail.outcome.to-look-at': 'To look at',
  'mail.read': 'Read it',
  'mail.hide': 'Hide it',
  'mail.leave': 'Leave it here',
  'mail.left': 'looked at: right where it is',
  'mail.retry': 'Try to read it again',
  'mail.raw-shown': 'It could not be read. This is its beginning, as it came.',
  'mail.no-text': 'Nothing stands in it.',
  'mail.every-state': 'All',
  'mail.send-now': 'Send now',
}
