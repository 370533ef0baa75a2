export const desk = {
  loading: 'Loading …',
  again: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  more: 'Show more',
  optional: 'optional',
  nobody: 'Nobody',
  'page.skip': 'Skip to the content',
  'page.title': '{page} – {workspace}',

  'nav.main': 'Desk',
  'nav.tickets': 'Tickets',
  'nav.new': 'New ticket',
  'nav.mail': 'Mail',
  'nav.attention-count':
    '{count, plural, =0 {Needs attention} one {Needs attention: # thing} other {Needs attention: # things}}',
  'nav.grants-count': '{count, plural, =0 {Remedies} one {Remedies: # waits for you} other {Remedies: # wait for you}}',
  'nav.broken-count':
    '{count, plural, =0 {Broken promises} one {Broken promises: # of the last 7 days, cause not corrected} other {Broken promises: # of the last 7 days, cause not corrected}}',
  'nav.charter-count':
    '{count, plural, =0 {Charter} one {Charter: # change to read} other {Charter: # changes to read}}',
  'nav.people': 'People',
  'nav.keys': 'API keys',
  'nav.settings': 'Settings',
  'nav.help': 'Keys of the keyboard',
  'nav.short.new': 'New',
  'nav.short.grants': 'Remedies',
  'nav.short.broken': 'Broken',
  'nav.short.attention': 'Attention',
  'nav.short.help': 'Keyboard',

  'charter.title': 'Charter',
  'charter.handbook': 'Handbook',
  'charter.changes': 'Changes for you',
  'charter.versions': 'Versions',
  'charter.objectives': 'Objectives',
  'charter.direction': 'Direction',
  'charter.improvements': 'Improvements',
  'charter.health': 'Health check',
  'charter.law': 'Law',
  'charter.suggestions': 'Suggestions',
  'charter.templates': 'Templates',
  'charter.drafts': 'Drafts',

  'live.lost': 'The connection was lost. What you see may be old; the desk keeps trying.',
  'live.message': 'New message from {who} on ticket {number}',
  'live.broken': 'A promise to {who} is broken: ticket {number}',

  'settings.title': 'Settings',
  'settings.language': 'Language',
  'settings.looks': 'On this device',
  'settings.theme': 'Colours',
  'settings.theme-device': 'As the device',
  'settings.theme-light': 'Light',
  'settings.theme-dark': 'Dark',
  'settings.shortcuts': 'Single keys act (j, k, r …)',
  'settings.shortcuts-hint': 'Switch this off if your device types by itself, or by voice.',
  'settings.person': 'You',
  'settings.sign-out': 'Sign out',
  'settings.workspace': 'Workspace',
  'settings.workspace-zone': 'Times are those of {zone}.',
  'settings.workspace-other': 'Go to {name}',
  'settings.charter': 'Charter in force',
  'settings.charter-version': 'Version {version}, since {date}',
  'settings.export': 'Export everything as JSON lines',
  'settings.demo': 'Demo',
  'settings.demo-lead':
    'This workspace holds a demo: made-up customers, tickets and staff. Removing it leaves all that is yours.',
  'settings.demo-remove': 'Remove the demo',
  'settings.demo-sure': 'Remove it: this cannot be undone',
  'settings.demo-removed':
    'Removed: {tickets, plural, one {# ticket} other {# tickets}}, {people, plural, one {# person} other {# people}}.',

  'attention.title': 'Needs attention',
  'attention.none': 'Nothing needs a person',
  'attention.none-hint': 'Rules that could not be applied and mail that could not be read will be listed here.',
  'attention.ticket': 'Ticket {number}',
  'attention.code.rule-unevaluated': 'A rule of the charter could not be applied ({clause})',
  'attention.code.ticket-set-aside':
    'A ticket was set aside: its promises could not be reckoned. It is tried again by itself',
  'attention.code.mail-quarantined': 'A mail could not be read, and was set aside',
  'attention.code.staff-mail-held': 'A mail that was to be the answer of a colleague was not sent, and is held',
  'attention.code.mail-not-delivered': 'A mail of ours could not be delivered',
  'attention.code.mail-sign-in-again':
    'The provider of {address} lets the desk in no more: sign in there again, under Settings, Mail addresses',
  'attention.code.mail-cannot-leave':
    'Mail from {address} cannot leave by its server. Look at it under Settings, Mail addresses',
  'attention.code.automatic-mail-held': 'Automatic mail is held back: too much of it went to one place in a short time',
  'attention.code.mail-limit':
    'Much mail came from one sender in a short time: what went beyond the limit was set aside',
  'attention.code.position-empty': 'Nobody holds the position “{position}”, which the charter counts on',
  'attention.code.position-away': 'All who hold the position “{position}” are away, and the charter counts on one',
  'attention.code.language-unspoken':
    'Somebody wrote in a language that this desk does not speak to customers: {language}. What is told by itself is told in another',
  'attention.code.unattended': 'Whoever had this ticket is away, and nobody stands in: give it to somebody',
  'attention.code.wait-unattended':
    'A wait of a procedure ({clause}, step {step}) lasted as long as it may, and nobody has this ticket: give it to somebody',
  'attention.code.law-deemed-accepted':
    'The time of the law’s row {row} is over: the complaint counts as accepted ({promise})',
  'attention.code.law-deemed-accepted.reported':
    'The time of the law’s row {row} is over: as reported, and not confirmed, the complaint counts as accepted. Look it up ({promise})',
  'attention.code.law-compensation':
    'The time of the law’s row {row} is over: {amount} are due to the customer ({promise})',
  'attention.code.law-compensation.reported':
    'The time of the law’s row {row} is over: as reported, and not confirmed, {amount} are due to the customer. Look it up ({promise})',
  'attention.code.law-dispute-body':
    'The time of the law’s row {row} is over: tell the customer of the dispute body ({promise})',
  'attention.code.law-dispute-body.reported':
    'The time of the law’s row {row} is over: as reported, and not confirmed, the customer may go to a dispute body. Look it up ({promise})',
  'attention.code.law-letter-drafted':
    'The time of the law’s row {row} ends soon: a letter is drafted for the customer ({promise})',
  'attention.code.law-letter-drafted.reported':
    'The time of the row {row} ends soon, as reported: a letter is drafted for the customer ({promise})',
  'attention.code.law-limit-passed': 'The time of the law’s row {row} is over, and nothing was answered ({promise})',
  'attention.code.law-limit-passed.reported':
    'The time of the row {row} is over, as reported, and nothing was answered ({promise})',
  'attention.code.mailbox-silent':
    'No mail has come to {mailbox} for {hours, plural, one {# hour} other {# hours}} of its usual time: look whether it still arrives',
  'attention.code.mailbox-late':
    'Mail to {mailbox} waits to be read for {minutes, plural, one {# minute} other {# minutes}}',
  'attention.code.mailbox-not-fetched':
    'Mail of {mailbox} could not be fetched for {minutes, plural, one {# minute} other {# minutes}}',
  'attention.code.mail-bytes-lost':
    'The originals of {count, plural, one {# mail} other {# mails}} to {mailbox} are missing or damaged: bring them back from a backup',
  'attention.code.mail-key-lacking':
    'The key that signs mail of {domain} is gone from the DNS or was changed there: put its record back',
  'attention.code.mail-key-stopped':
    'Mail of {domain} leaves unsigned, since its key is gone from the DNS or was changed there: put its record back',
  'attention.code.disk-full':
    'The disk is nearly full ({free, number} MB left). Mail stays with its senders until there is room',
  'attention.code.other': 'Something needs a person ({code})',
  'notices.title': 'What you were told',
  'notices.none': 'You were told nothing yet',
  'notices.none-hint': 'When a promise is at risk or broken and the charter says that you are told, it stands here.',
  'notices.code.escalated': 'Escalation {clause}, step {step, number}: look at {commitment}',
  'notices.code.step-overdue': '{clause}, step {step, number}: the wait lasted as long as it may',
  'notices.code.charter-changed': 'Version {version} of the charter changes clauses that concern you',
  'notices.code.charter-to-read':
    '{count, plural, one {# clause of the charter is for you to read} other {# clauses of the charter are for you to read}}',
  'notices.code.suggestion-decided': 'Your suggestion for {clause} was decided',
  'notices.code.draft-submitted': 'A draft of the charter waits for your approval',
  'notices.code.grant-asked': 'A remedy on this ticket waits for your decision',
  'notices.code.grant-approved': 'What you asked for was approved',
  'notices.code.grant-refused': 'What you asked for was refused',
  'notices.code.forward-answered': 'Somebody outside answered what you forwarded, or what was forwarded of your ticket',
  'notices.code.mentioned': 'A note on this ticket mentions you',
  'notices.code.stands-in': 'A ticket of a colleague who is away is yours now',
  'notices.code.other': 'You were told something ({code})',
  'notices.see-draft': 'Look at it',
  'notices.decide': 'Decide',
  'notices.see-changes': 'See what changed',
  'notices.read-clauses': 'Read them',
  'notices.see-suggestions': 'See the answer',
  'attention.done': 'Mark as done',
  'attention.see-set-aside': 'Look at it',
  'attention.see-mail': 'See how mail runs',
  'attention.see-people': 'See the people',
  'notices.read': 'Mark as read',

  'keys.title': 'Keys of the keyboard',
  'keys.move': 'Moving',
  'keys.act': 'On a ticket',
  'keys.write': 'Writing',
  'keys.next': 'Next ticket',
  'keys.previous': 'Previous ticket',
  'keys.open': 'Open the ticket',
  'keys.back': 'Back to the list',
  'keys.new': 'New ticket',
  'keys.reply': 'Answer',
  'keys.forward': 'Forward',
  'keys.note': 'Note',
  'keys.assign': 'Assign',
  'keys.state': 'State',
  'keys.facts': 'Facts',
  'keys.grant': 'Remedies: the amount',
  'keys.why': 'Why: the first promise',
  'keys.send': 'Send',
  'keys.send-solve': 'Send and solve',
  'keys.leave': 'Leave the text; it is kept',
  'keys.help': 'This list',
  'keys.off': 'Single keys are switched off in the settings.',
} as const
