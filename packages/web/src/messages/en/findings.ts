/**
 * What the checks of a charter say, one sentence a form of core (`FINDING_FORMS`), whose data it takes. Words in quotation
 * marks are the charter's own. Its witness is shown beneath, so no sentence tells it.
 */
export const findings = {
  'says.uncovered-case.some':
    '{clause} promises nothing for {cases}{more, plural, =-1 {; or further cases} =0 {} one {; or # more kind of case} other {; or # more kinds of case}}: no row covers it. Add a row for it, or a last row without conditions, or leave it out of the scope with “when”.',
  'says.uncovered-case.never':
    '{clause} promises nothing to any ticket: no row matches a case of its scope. Compare its rows with its “when”.',
  'says.uncovered-unknown':
    '{clause} promises nothing for {cases}{more, plural, =-1 {; or further cases} =0 {} one {; or # more kind of case} other {; or # more kinds of case}}: no row covers it. A fact that is not filled in meets only “-”, an empty cell and “unknown”: add a last row without conditions, or one for “unknown”.',
  'says.uncovered-remedy.some':
    '{clause} offers nothing for {cases}{more, plural, =-1 {; or further cases} =0 {} one {; or # more kind of case} other {; or # more kinds of case}}: no row covers it. Add a row for it, or a last row without conditions, or leave it out of the scope with “when”.',
  'says.uncovered-remedy.never':
    '{clause} offers nothing to any ticket: no row matches a case of its scope. Compare its rows with its “when”.',
  'says.empty-scope':
    'No ticket is ever inside the “when” of {clause}, so it never applies. Mend the condition or take the clause out.',
  'says.overlapping-rows':
    'Row {row, number} of {clause} ({gives}) matches tickets that {count, plural, one {row {rows} matches} other {rows {rows} match}} too, and with “hit: unique” such a ticket gets nothing. Make the conditions exclude each other, or write “hit: first”.',
  'says.unreachable-row.never':
    'Row {row, number} of {clause} ({gives}) is never reached: no ticket inside the scope meets its conditions. Mend them or take the row out.',
  'says.unreachable-row.taken':
    'Row {row, number} of {clause} ({gives}) is never reached: every ticket that meets its conditions is taken before by {count, plural, one {row {rows}} other {rows {rows}}}. Move it up, or take it out.',
  'says.duplicate-row':
    'Row {row, number} of {clause} ({gives}) has the same conditions as row {earlier, number}. Take one of the two out.',
  'says.row-changes-nothing':
    'Row {row, number} of {clause} ({gives}) changes nothing: without it the same tickets get the same from {count, plural, one {row {rows}} other {rows {rows}}}. Take it out, or mend what it gives.',
  'says.table-too-large':
    'The table of {clause} holds too many different cases to be checked one by one ({columns, plural, one {# column} other {# columns}}, {rows, plural, one {# row} other {# rows}}). Part it into clauses, each with its “when”.',
  'says.calendar-never-opens':
    'The calendar “{calendar}” never opens from {date} on, so nothing promised on it ever falls due. Write its hours under “open”.',
  'says.closed-longer-than-target.late':
    'The calendar “{calendar}” is closed on {dates, plural, one {# date} other {# dates}} in a row, {first} to {last}, and {clause} promises {target}: what starts on {starts} falls due on {due} ({zone}). Open on some of these dates, or tell customers of the closure.',
  'says.closed-longer-than-target.never':
    'The calendar “{calendar}” is closed on {dates, plural, one {# date} other {# dates}} in a row, {first} to {last}, and {clause} promises {target}: what starts on {starts} does not fall due at all ({zone}). Open on some of these dates, or tell customers of the closure.',
  'says.holidays-run-out.past':
    'The holidays of “{calendar}” ran out on {date}: due times after that date are marked unsure. Add the next holidays and move “holidays until”.',
  'says.holidays-run-out.today':
    'The holidays of “{calendar}” run out today: due times after that date are marked unsure. Add the next holidays and move “holidays until”.',
  'says.holidays-run-out.soon':
    'The holidays of “{calendar}” run out on {date}, in {days, plural, one {# day} other {# days}}: due times after that date are marked unsure. Add the next holidays and move “holidays until”.',
  'says.holidays-without-end':
    '“{calendar}” has closed dates but no “holidays until”: after the last, {date}, every date counts as ordinary. Write until when its closed dates are known.',
  'says.text-missing.languages':
    'There is no text for {part} in {languages}. Readers of {count, plural, one {this language} other {these languages}} would see it in another.',
  'says.text-missing.values': 'The fact “{fact}” has texts for some of its values and none for {values}.',
  'says.text-missing.silent':
    '{clause} is public and has no “says”, so the public page has no words for it. Write them, or make its audience staff.',
  'says.master-text-missing':
    'There is no text for {part} in {language}, the charter’s master language, from which the others are made. Write it.',
  'says.target-not-told':
    "For {part} the text says '{target}' in {language} and not in {languages}, so readers there are not told the time. Put '{target}' where the time belongs.",
  'says.given-up-conflict.start':
    'The clock of {clause} is given up at “{event}”, the event that starts it, so no run of it can be kept. Name another event under “given up”.',
  'says.given-up-conflict.end':
    'The clock of {clause} is both fulfilled and given up at “{event}”. Name another event under “given up”.',
  'says.target-of-nothing':
    'Row {row, number} of {clause} ({gives}) promises no time at all: it is due when its clock starts, and nobody can keep that. Write a length of time that somebody can keep.',
  'says.steps-out-of-order':
    'Step {step, number} of {clause} ({at}) acts before step {earlier, number} ({before}) and stands after it. Write the steps in the order in which they act.',
  'says.unused-part.part': 'Nothing in the charter uses {part}. Use it or take it out.',
  'says.unused-part.remedy':
    '{clause} has no conditions, and no promise names it under “if broken”, so it stands beside every ticket. Name it there, or give it conditions.',
  'says.higher-tier-slower':
    'Row {row, number} of {clause} ({gives}) serves {fact} {higher} later than row {by, number} serves {lower} ({sooner}), all else being equal. Compare the two, or say why in “because”.',
  'says.promises-disagree':
    '{clause} promises {gives} and {other} promises {otherwise} for the same matter, and customers may read both. Part them with “when”, or keep one.',
  'says.promise-looser-than-law.late':
    'Row {row, number} of {clause} ({gives}) is looser than the law’s row {law} ({allows}): what starts on {starts} falls due on {due}, and the law’s time ends on {limit} ({zone}). Promise it sooner, or switch the row off under “law” with the reason why it does not apply.',
  'says.promise-looser-than-law.longer':
    'Row {row, number} of {clause} ({gives}) is looser than the law’s row {law} ({allows}). Promise it sooner, or switch the row off under “law” with the reason why it does not apply.',
  'says.promise-looser-than-law.fewer':
    'Row {row, number} of {clause} ({gives}) is measured by {promised, number}% of cases, and the law’s row {law} ({allows}) wants {wanted, number}%. Promise it sooner, or switch the row off under “law” with the reason why it does not apply.',
  'says.promise-perhaps-looser-than-law.late':
    'Row {row, number} of {clause} ({gives}) is looser than the law’s row {law} ({allows}): what starts on {starts} falls due on {due}, and the law’s time ends on {limit} ({zone}). The number was read in a secondary source, so this does not block publishing. Promise it sooner, or switch the row off under “law” with the reason why it does not apply.',
  'says.promise-perhaps-looser-than-law.longer':
    'Row {row, number} of {clause} ({gives}) is looser than the law’s row {law} ({allows}). The number was read in a secondary source, so this does not block publishing. Promise it sooner, or switch the row off under “law” with the reason why it does not apply.',
  'says.promise-perhaps-looser-than-law.fewer':
    'Row {row, number} of {clause} ({gives}) is measured by {promised, number}% of cases, and the law’s row {law} ({allows}) wants {wanted, number}%. The number was read in a secondary source, so this does not block publishing. Promise it sooner, or switch the row off under “law” with the reason why it does not apply.',
  'says.remedy-without-authority':
    'Row {row, number} of {clause} ({gives}) allows “{remedy}”, and no position may grant it: nobody could ever give it. Add it to “may” of an authority clause, or take it out.',
  'says.escalation-goes-back.got':
    'Step {step, number} of {clause} gives the ticket to {position}, who got it in step {earlier, number} already: it goes in a circle. Give it to somebody else, or only tell them.',
  'says.escalation-goes-back.round':
    'Step {step, number} of {clause} gives the ticket back to {position}, who knew of it from step {earlier, number} of {other}, after {through} got it: it goes in a circle. Give it to somebody else, or only tell them.',
  'says.promise-tighter-than-agreements':
    'Row {row, number} of {clause} ({gives}) is tighter than what is agreed beneath it: of what starts on {starts}, {count, plural, one {{agreements} gives its part} other {{agreements} give their parts one after the other}} by {ends}, and it is due on {due} ({zone}). Promise longer, or agree on less time.',
  'says.step-in-other-calendar':
    'Step {step, number} of {clause} ({at}) is counted by “{calendar}”, and {promise} by “{own}”: a step that by “{own}” would act on {would} acts on {acts} ({zone}). Count it by “{own}”.',
  'says.position-unheld.step':
    'Step {step, number} of {clause} goes to {position}, and nobody holds that position: nobody would get it. Give the position to somebody, or name another.',
  'says.position-unheld.authority':
    '{clause} says what {position} may grant, and nobody holds that position. Give it to somebody, or take the clause out.',
  'says.lower-position-may-more':
    'Row {row, number} of {clause} ({gives}) lets {position} grant more “{remedy}” than {other} ({otherwise}) lets {higher}, who stands above. Raise the one or lower the other; positions are written from the lowest up.',
  'says.remedy-beyond-authority.most':
    'Row {row, number} of {clause} ({gives}) gives more “{remedy}” than anybody may grant, asked or not: the most is {most} ({position}, by {other}). Lower “up to”, bound it by a condition, or let a position grant more.',
  'says.remedy-beyond-authority.nobody':
    'Row {row, number} of {clause} ({gives}) gives “{remedy}”, and for such a ticket no position may grant any. Mend the conditions of authority, or of the row.',
  'says.objective-without-procedure':
    'No procedure serves {clause}: nothing says how it is reached. Write “objective: {clause}” in a procedure, or add one.',
  'says.procedure-without-standard':
    '{clause} is measured by nothing. Name the promises that it is measured by under “standards”.',
  'says.value-without-evidence':
    '{clause} is public and nothing shows it. Name the clauses by which customers see it under “shown by”.',
  'says.clause-unattended.owner':
    '{count, plural, one {Nobody answers for {clauses}. Give it an “owner”, or the whole charter one under “people”.} other {Nobody answers for {clauses}. Give each an “owner”, or the whole charter one under “people”.}}',
  'says.clause-unattended.objective':
    '{count, plural, one {{clauses} serves no objective. Write “objective” in it.} other {{clauses} serve no objective. Write “objective” in each.}}',
  'says.clause-unattended.review':
    "{count, plural, one {{clauses} has no date on which it is looked at again.} other {{clauses} have no date on which they are looked at again.}} Write “review” there, or “review: '{' every: 12 months '}'” for the whole charter.",
  'says.promise-incomplete':
    '{clause} is public and complete to {there, number} of {all, number}: it does not say {missing}. Write them in the promise; “contact” and “complaints” may stand once for the whole charter.',
  'says.vague-words':
    '{part} says “{words}” in {language}, which can mean an hour or a week. Say the time, or what is done.',
  'says.number-in-text':
    "{part} has the number {number} written by hand in {language}: when the rule changes, the words do not. Put it into the table, and '{target}' into the text.",

  'findings.part.title': 'the title',
  'findings.part.fact': 'the fact “{name}”',
  'findings.part.value': 'the value “{name}” of “{of}”',
  'findings.part.event': 'the event “{name}”',
  'findings.part.calendar': 'the calendar “{name}”',
  'findings.part.position': 'the position “{name}”',
  'findings.part.says': '“says” of {name}',
  'findings.part.because': '“because” of {name}',
  'findings.part.text': '“{name}” of {of}',
} as const
