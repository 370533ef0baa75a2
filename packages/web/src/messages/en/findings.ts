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
  'says.translation-older':
    'The text of {part} was changed in {language} and not in {languages}: readers there are told what it said before. Bring the translation up to date, or leave it for a reason.',
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
    'Row {row, number} of {clause} ({gives}) is looser than the law’s row {law} ({allows}): what starts on {starts} falls due on {due}, and the law’s time ends on {limit} ({zone}). The number was not confirmed in the official text in force, so this does not block publishing. Promise it sooner, or switch the row off under “law” with the reason why it does not apply.',
  'says.promise-perhaps-looser-than-law.longer':
    'Row {row, number} of {clause} ({gives}) is looser than the law’s row {law} ({allows}). The number was not confirmed in the official text in force, so this does not block publishing. Promise it sooner, or switch the row off under “law” with the reason why it does not apply.',
  'says.promise-perhaps-looser-than-law.fewer':
    'Row {row, number} of {clause} ({gives}) is measured by {promised, number}% of cases, and the law’s row {law} ({allows}) wants {wanted, number}%. The number was not confirmed in the official text in force, so this does not block publishing. Promise it sooner, or switch the row off under “law” with the reason why it does not apply.',
  'says.remedy-shorter-than-law':
    '{clause} gives nothing on {on} where “{fact}” is {since}, and by the law’s row {law} the customer has {allows}, the last day included. Let it hold for so long, or switch the row off under “law” with the reason why it does not apply.',
  'says.dispute-body-missing':
    'By {laws} the customer may go to a dispute body, and the charter names none. {count, plural, one {Write who it is, and how to reach them, under “dispute body” of “law”, or switch the row off with the reason.} other {Write who it is, and how to reach them, under “dispute body” of “law”, or switch the rows off with the reason.}}',
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
    'Row {row, number} of {clause} ({gives}) lets {position} grant more “{remedy}” than {other} ({otherwise}) lets {higher}, who stands above. Positions are written from the lowest up: mend their order, or raise the one or lower the other.',
  'says.remedy-beyond-authority.most':
    'Row {row, number} of {clause} ({gives}) gives more “{remedy}” than anybody may grant, asked or not: the most is {most} ({position}, by {other}). Lower “up to”, bound it by a condition, or let a position grant more.',
  'says.remedy-beyond-authority.nobody':
    'Row {row, number} of {clause} ({gives}) gives “{remedy}”, and for such a ticket no position may grant any. Mend the conditions of authority, or of the row.',
  'says.objective-without-procedure':
    'No procedure serves {clause}: nothing says how it is reached. Write “objective: {clause}” in a procedure, or add one.',
  'says.procedure-without-standard':
    '{clause} is measured by nothing. Name the promises that it is measured by under “standards”.',
  'says.step-never-reached.passed':
    'No way leads to step {step, number} of {clause}: what comes before it always leads elsewhere. Change the “next” or the “when” of a step before it, or take it out.',
  'says.step-never-reached.never':
    'Step {step, number} of {clause} is for tickets that {clause} is not for: its “when” never holds together with that of the procedure. Change one of them, or take the step out.',
  'says.value-without-evidence':
    '{clause} is public and nothing shows it. Name the clauses by which customers see it under “shown by”.',
  'says.definition-unanswered.nothing':
    'The definition of excellent service does not answer: {prompt} Write a line with “answers: {answers}” under “definition”, or give the reason why it stays open.',
  'says.definition-unanswered.nobody':
    '{clause} says who is responsible for the service and names no position. Write “position” in it.',
  'says.clause-unattended.owner':
    '{count, plural, one {Nobody answers for {clauses}. Give it an “owner”, or the whole charter one under “people”.} other {Nobody answers for {clauses}. Give each an “owner”, or the whole charter one under “people”.}}',
  'says.clause-unattended.objective':
    '{count, plural, one {{clauses} serves no objective. Write “objective” in it.} other {{clauses} serve no objective. Write “objective” in each.}}',
  'says.clause-unattended.review':
    "{count, plural, one {{clauses} has no date on which it is looked at again.} other {{clauses} have no date on which they are looked at again.}} Write “review” there, or “review: '{' every: 12 months '}'” for the whole charter.",
  'says.review-passed':
    '{clause} was to be looked at again by {date}, and that day is over. Look at it, then write under “review” when that is next done.',
  'says.benchmark-old':
    '{clause} compares itself with a figure of {of} that was read on {date}, more than 12 months ago. Read it again, and write the figure of today with its source and date.',
  'says.promise-incomplete':
    '{clause} is public and has {there, number} of the {all, number} fields that its readers need. Missing: {missing}. Write in the promise: {written}. “contact” and “complaints” may stand once at the top instead, for the whole charter.',
  'says.vague-words':
    '{part} says “{words}” in {language}, which can mean an hour or a week. Say the time, or what is done.',
  'says.number-in-text':
    "{part} has the number {number} written by hand in {language}: when the rule changes, the words do not. Where it is the time promised, put it into the table and '{target}' into the text; else say it without a number.",
  'says.example-fails.due':
    'Example {example, number} wants {clause} due {expected}, and it comes out due {found} ({zone}). Mend the clause, or let the example expect what comes out.',
  'says.example-fails.no-due':
    'Example {example, number} wants {clause} due {expected} ({zone}), and nothing falls due. Mend the clause, or let the example expect what comes out.',
  'says.example-fails.promised':
    'Example {example, number} wants nothing promised by {clause}, and row {row, number} promises. Mend the clause, or let the example expect what comes out.',
  'says.example-fails.row':
    'Example {example, number} wants row {expected, number} of {clause} to decide, and row {found, number} does. Mend the clause, or let the example expect what comes out.',
  'says.example-fails.no-row':
    'Example {example, number} wants row {expected, number} of {clause} to decide, and no row applies. Mend the clause, or let the example expect what comes out.',
  'says.example-fails.not-evaluated':
    'Example {example, number} wants something of {clause}, which cannot be evaluated on its ticket. Mend the clause, or let the example expect what comes out.',
  'says.example-fails.allow':
    'Example {example, number} wants this allowed by {clause}: {expected}. It allows: {found}. Mend the clause, or let the example expect what comes out.',
  'says.example-fails.amount':
    'Example {example, number} wants up to {expected} of {clause}, and it gives up to {found}. Mend the clause, or let the example expect what comes out.',
  'says.example-fails.no-amount':
    'Example {example, number} wants up to {expected} of {clause}, and no amount comes out. Mend the clause, or let the example expect what comes out.',
  'says.example-fails.not-tried':
    '{count, plural, one {# example was not tried: example {example, number}} other {# examples were not tried, the first of them example {example, number}}}. There are too many for their clauses, or their dates are too far away. Take out those that no row needs, or date them nearer.',

  'read.not-readable':
    'The text is not YAML or JSON. Look for a missing quote, comma, colon or bracket here or in the line before.',
  'read.not-used-in-charters':
    'YAML that a charter does not use stands here: an anchor, an alias, a tag, a merge key, a directive or a second document. Write each part out where it belongs.',
  'read.not-readable.tab': 'Here stands a tab. Indent with spaces instead; a tab is no indentation in YAML.',
  'read.not-readable.indentation':
    'This line does not begin at the same column as those that it belongs to. Indent it as they are.',
  'read.not-readable.indented-too-far':
    'A line is indented too far here, or a colon is one too many. Indent it as the lines beside it, or take the colon away.',
  'read.not-readable.no-colon':
    'A name with a colon behind it belongs here, on one line. Add the colon, or close the quotes before it.',
  'read.not-readable.no-space': 'After the colon a space is missing. Add it.',
  'read.not-readable.no-comma': 'A comma or a colon is missing here. Add it, or put the text in quotes.',
  'read.not-readable.no-dash':
    'Each item of this list begins with “- ”, and this line does not. Add it, or indent the line as part of the item before.',
  'read.not-readable.nothing-between': 'There is nothing between two commas. Take one away.',
  'read.not-readable.open-quote':
    'A quotation mark opened here or before is never closed. Close it where the text ends.',
  'read.not-readable.open-bracket':
    'A bracket opened before is not closed, or what stands in it is not indented. Close it, or indent the lines within.',
  'read.not-readable.extra-bracket': 'This bracket closes nothing. Take it away, or look for a missing one before it.',
  'read.not-readable.needs-quotes':
    'This text needs quotes, since YAML reads a sign in it as its own. Put it in quotes.',
  'read.not-readable.dash-in-brackets':
    'Inside brackets a dash stands for a list. Put it in quotes, or leave the cell out.',
  'read.not-readable.backslash':
    'A backslash in double quotes begins a sign of its own. Write two of them, or put the text in single quotes.',
  'read.not-readable.comment-space': 'Before the # of a comment a space is missing. Add it.',
  'read.not-readable.empty': 'The document is empty. Write a charter.',
  'read.not-used-in-charters.anchor':
    'This names a part for repetition (an anchor). A charter writes each part out: take it away.',
  'read.not-used-in-charters.alias':
    'This repeats another part (an alias). Write that part out here, or put a text that begins with * in quotes.',
  'read.not-used-in-charters.tag':
    'This is a type tag, and a charter has none. Take it away, or put a text that begins with ! in quotes.',
  'read.not-used-in-charters.merge': '“<<” would merge another part into this one. Write its fields out here.',
  'read.not-used-in-charters.directive': 'A line that begins with % has no meaning in a charter. Delete it.',
  'read.not-used-in-charters.second-document':
    'A file holds one charter, and here begins a second document. Delete it, or keep it in a file of its own.',
  'read.too-large':
    'The document is larger than can be read in time. Split long tables, or move texts out of the charter.',
  'read.too-deep':
    'Lists and maps are nested too deep. No part of a charter needs this depth: look for a bracket too many.',
  'read.too-long': 'This text, name, condition or list is too long. Shorten it.',
  'read.too-many-findings': 'There are more findings than are shown. Mend these first.',
  'read.forbidden-character': 'A control character, or half of a character, stands in the text. Delete it.',
  'read.forbidden-name': 'This name means something to programs. Choose another.',
  'read.named-twice': 'The same key, name, id, value or day stands twice. Keep one, or rename the other.',
  'read.bad-number':
    'The number has a form that not every program reads alike, or too many digits. Write it as 12 or 12.5; put a text in quotes.',
  'read.wrong-version':
    'The document is not of the format “avow: 1”. Write that first, or use a newer version of the program.',
  'read.wrong-shape': 'Another form belongs here: a text, a list, or fields with their values.',
  'read.missing-field': 'A field that must be there is missing. Add it.',
  'read.unknown-field': 'There is no field of this name here. Correct the name.',
  'read.unknown-clause-kind':
    'This version does not know this kind of clause yet. Leave it out, or use a newer version of the program.',
  'read.fields-conflict': 'Fields say the same thing, exclude each other, or do not belong here. Keep what is meant.',
  'read.bad-name': 'A name or an id cannot be written like this.',
  'read.reserved-name': 'The name has a meaning of its own already. Choose another.',
  'read.unknown-fact': 'There is no fact of this name. Correct the name, or declare it under “facts”.',
  'read.unknown-calendar': 'There is no calendar of this name. Correct the name, or write it under “calendars”.',
  'read.unknown-event': 'There is no event of this name. Correct the name, or declare it under “events”.',
  'read.unknown-position': 'There is no position of this name. Correct the name, or list it under “positions”.',
  'read.unknown-clause': 'There is no such clause to which this could lead. Correct the id, or write the clause.',
  'read.unknown-value': 'This is none of the values that are possible here.',
  'read.unknown-zone': 'There is no time zone of this name. Small and capital letters count.',
  'read.unknown-language': 'The charter does not have this language. Correct the code, or add it to “languages”.',
  'read.bad-text':
    "The text is empty, needs quotes, or has a placeholder that nothing fills. Only “says” of a promise may hold '{target}'.",
  'read.bad-fact-type': 'The fact has no type that is known.',
  'read.fact-not-allowed':
    'This fact may not be used here: the desk counts it itself, it is no amount, or it would change while something waits.',
  'read.bad-date': 'This is no date, or no date and time, or it does not fit here.',
  'read.bad-hours': 'Opening hours cannot be like this: a time that is none, an overlap, or an unknown day.',
  'read.bad-duration': 'This is no length of time, or it does not say how it is counted.',
  'read.bad-money':
    'This is no amount of money: a number with the decimals of its currency at most, and the currency’s three letters.',
  'read.bad-measure': 'A promise cannot be measured like this. Possible are “each”, “share” and “mean”.',
  'read.bad-condition': 'The condition cannot be understood, or nothing can meet it.',
  'read.cuts-out-of-order':
    'Two ages of one column are in one order on some dates and in another on others. Write both in days, or both in months.',

  'read.with.typed': 'Here stands “{typed}”.',
  'read.with.of': 'It is about “{of}”.',
  'read.with.needed': 'Needed: {needed}.',
  'read.with.together': 'Concerned: {together}.',
  'read.with.line': 'See line {line, number}.',
  'read.with.most': 'The most is {most, number}.',
  'read.with.meant': 'Did you mean “{meant}”?',
  'read.with.possible': 'Possible: {possible}.',
  'read.with.like': 'Write it for example as {like}.',

  'findings.nothing': 'nothing',
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
