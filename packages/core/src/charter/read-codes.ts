interface ReadFinding {
  readonly severity: 'error' | 'warning'
  /** As docs/errors.md says it; a test compares the two. */
  readonly means: string
  readonly mend: string
}

/** The findings of reading a document: a closed list, with its page in docs/errors.md. Codes are never renamed. */
export const READ_CODES = {
  'not-readable': error(
    'The text is not YAML or JSON.',
    'Look for a missing quote, comma, colon or bracket at the place or in the line before. A text with `{target}`, a comma or a colon stands in quotation marks between braces; before a colon stands one name, and no list.',
  ),
  'not-used-in-charters': error(
    'YAML that a charter does not use: anchors, aliases, tags, merge keys, directives, a second document.',
    'Write each part out where it belongs.',
  ),
  'too-large': error(
    'The document is larger than can be read in time.',
    'Split long tables, or move texts out of the charter.',
  ),
  'too-deep': error(
    'Lists and maps are nested too deep.',
    'No part of a charter needs this depth; look for a bracket too many.',
  ),
  'too-long': error('One text, name, condition or list is too long.', 'Shorten it.'),
  'too-many-findings': error('There are more findings than are shown.', 'Mend those shown, then read again.'),
  'forbidden-character': error('A control character, or half of a character, stands in the text.', 'Delete it.'),
  'forbidden-name': error('A name that means something to programs, such as `__proto__`.', 'Choose another name.'),
  'named-twice': error(
    'A key, name, id, value or day stands twice.',
    'Keep one, or rename the other. A day that has hours of its own is left out of the others: `{ mon-tue: 09:00-17:00, wed: 10:00-18:00, thu-fri: 09:00-17:00 }`.',
  ),
  'bad-number': error(
    'A number in a form that not every program reads alike, or with too many digits.',
    'Write it as 12 or 12.5; put a text in quotes.',
  ),
  'wrong-version': error(
    'The document is not of format `avow: 1`.',
    'Write `avow: 1` first, or use a newer version of the program.',
  ),
  'wrong-shape': error(
    'A text stands where a list or a map belongs, or the other way round.',
    'Write it as the message shows. A map is `name: value` in each line, or `{ name: value, other: value }`; a list has `- ` before each item, or is `[one, other]`. One row is a list too: `table: [ { target: 7 days } ]`.',
  ),
  'missing-field': error('A field that must be there is not.', 'Add it.'),
  'unknown-field': error(
    'There is no field of this name here.',
    'Correct the name; the message lists what is possible.',
  ),
  'unknown-clause-kind': error(
    'A kind of clause that this version does not know yet.',
    'Leave it out, or use a newer version of the program.',
  ),
  'fields-conflict': error('Two fields say the same thing or exclude each other.', 'Keep one of them.'),
  'bad-name': error(
    'A name or id in a form that is not allowed.',
    'Use the form that the message shows. A value of a fact may have spaces, but none of `, [ ] { } < > = "` nor `..`; it does not begin with `not `, and is none of `-`, `any`, `not`, `unknown`.',
  ),
  'reserved-name': error('The name already has a meaning of its own.', 'Choose another name.'),
  'unknown-fact': error(
    'A condition speaks of a fact that is not declared.',
    'Correct the name, or declare it under `facts`.',
  ),
  'unknown-calendar': error('There is no calendar of this name.', 'Correct the name, or write it under `calendars`.'),
  'unknown-event': error('There is no event of this name.', 'Correct the name, or declare it under `events`.'),
  'unknown-position': error('There is no position of this name.', 'Correct the name, or list it under `positions`.'),
  'unknown-clause': error('A link leads to no clause.', 'Correct the id, or write the clause.'),
  'unknown-value': error('The word is not one of those possible here.', 'Use one that the message lists.'),
  'unknown-zone': error(
    'There is no time zone of this name.',
    'Correct the name; write it as in `Europe/Warsaw`, small and capital letters too.',
  ),
  'unknown-language': error(
    'A text in a language that the charter does not have.',
    'Correct the code, or add it to `languages`.',
  ),
  'bad-text': error(
    'An empty text, or a placeholder that nothing fills.',
    'Write the text; only `says` of a promise may hold `{target}`.',
  ),
  'bad-fact-type': error(
    'A fact has no type that is known.',
    'Use one of the types that the message lists, or `{ one of: [email, chat] }`, `{ in order: [standard, gold] }`, `{ age: true }`. There is no fact of free text.',
  ),
  'fact-not-allowed': error('This fact may not be used here.', 'Use another; the message gives the reason.'),
  'bad-date': error('This is no date, or no date and time.', 'Write `2026-12-24`, or `2026-12-24T16:30`.'),
  'bad-hours': error(
    'Opening hours that cannot be: wrong times, overlaps, unknown days.',
    'Write them as `mon-fri: 09:00-17:00`.',
  ),
  'bad-duration': error(
    'This is no length of time, or does not say how it is counted.',
    'Write `2 h of office`, `2 working days of office` or `14 days`.',
  ),
  'bad-money': error('This is no amount of money.', 'Write `100 EUR`, with the decimals of the currency at most.'),
  'bad-measure': error(
    'This is no way to measure a promise.',
    'Write `each`, `share: 95% a month` or `mean: "<= 3 min a month"`.',
  ),
  'bad-condition': error(
    'The condition cannot be understood, or nothing can meet it.',
    'Write it as the message shows for this kind of fact.',
  ),
  'cuts-out-of-order': error(
    'Two ages of one column are in one order on some dates and in the other on others, such as `30 days` beside `1 month`.',
    'Write both in days, or both in months.',
  ),
} as const satisfies Record<string, ReadFinding>

export type ReadCode = keyof typeof READ_CODES

function error(means: string, mend: string): ReadFinding {
  return { severity: 'error', means, mend }
}
