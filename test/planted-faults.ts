/** Faults that a person could make in a shipped charter: ten for each of six, each with the finding that it must bring. */

/** A charter with a fault in it, and the line (from 1) to which its finding points. */
export interface Planted {
  readonly text: string
  readonly line: number
}

export interface Fault {
  readonly what: string
  readonly codes: readonly string[]
  readonly plant: (text: string) => Planted
}

/** Each charter by its path, with its faults. */
export const PLANTED: Readonly<Record<string, readonly Fault[]>> = {
  'charters/retailer.yaml': [
    rowTakenOut('P3', '- { target: 15 working days of office }'),
    rowsSwapped(
      '- { reason: [damaged, wrong-item], tier: ">= silver", target: 3 working days of office }',
      '- { reason: [damaged, wrong-item, late], target: 5 working days of office }',
    ),
    tierSlower('tier: gold, target: 4 h of office', 'tier: gold, target: 16 h of office'),
    noTime('target: 3 min of office', 'target: 0 min of office'),
    stepToNobody('{ after: 2 h of office, give to: duty-manager }', '{ after: 2 h of office, give to: night-manager }'),
    stepsSwapped('- { at: 75%, tell: assignee }', '- { at: 100%, tell: team-lead, raise priority: true }'),
    authorityWidened('per ticket: 100 EUR, per day: 500 EUR', 'per ticket: 2000 EUR, per day: 5000 EUR'),
    remedyOfNobody('2 years", allow: [repair, replacement, apology]', '2 years", allow: [repair, exchange, apology]'),
    numberInText('Repairs are back with you within {target}.', 'Repairs are back within {target}, 1 of many sooner.'),
    vagueWord('Your money is back with you within {target}.', 'Your money is soon back with you, within {target}.'),
  ],
  'charters/software-help-desk.yaml': [
    rowTakenOut('P6', '- { target: 3 months }'),
    rowsSwapped(
      '- { severity: critical, plan: enterprise, target: 1 h of on-call }',
      '- { severity: ">= high", target: 4 h of office }',
    ),
    tierSlower('severity: high, target: 5 working days of office', 'severity: high, target: 20 working days of office'),
    noTime('table: [{ target: 10 min of on-call }]', 'table: [{ target: 0 min of on-call }]'),
    stepToNobody('- { give to: on-call-engineer }', '- { give to: duty-engineer }'),
    stepsSwapped('- { at: 50%, tell: assignee }', '- { at: 75%, tell: team-lead, raise priority: true }'),
    authorityWidened('per ticket: 50 EUR, per day: 300 EUR', 'per ticket: 900 EUR, per day: 3000 EUR'),
    remedyOfNobody(
      '- { allow: [credit, apology], up to: 50 EUR }',
      '- { allow: [credit, voucher, apology], up to: 50 EUR }',
    ),
    numberInText('A fix that we promise you is released', 'A fix that we promise you, 1 of many, is released'),
    vagueWord('Your ticket is solved within {target}.', 'Your ticket is solved soon, within {target}.'),
  ],
  'charters/utility.yaml': [
    rowTakenOut('U1', '- { target: 24 h of visits }'),
    rowsSwapped('- { matter: [no-supply, leak], target: 1 min of network }', '- { target: 3 min of line }'),
    promisedTwice(
      'objective: O1, clock: { from: reading.requested, until: reading.taken }',
      '{ en: "It is read within {target}.", pl: "Odczytujemy w ciągu {target}." }',
      '9 working days of visits',
    ),
    noTime('- { protected: yes, target: 1 h of network }', '- { protected: yes, target: 0 min of network }'),
    stepToNobody('steps: [{ give to: dispatcher }]', 'steps: [{ give to: night-crew }]'),
    stepsSwapped('- { at: 60%, tell: assignee }', '- { at: 90%, tell: head-of-service }'),
    authorityWidened('per ticket: 20 PLN, per day: 300 PLN', 'per ticket: 500 PLN, per day: 3000 PLN'),
    remedyOfNobody('- { allow: [correction, apology] }', '- { allow: [correction, voucher, apology] }'),
    numberInText('We pick up the phone within {target}.', 'We pick up the phone within {target}, 7 days a week.'),
    vagueWord('A fitter is with you within {target}', 'A fitter is with you soon, within {target}'),
  ],
  'charters/start/shop.yaml': [
    rowTakenOut('P3', '- { target: 10 working days of office }'),
    rowsSwapped('- { reason: complaint, target: 14 days }', '- { target: 10 working days of office }'),
    noTime(
      '- { channel: [phone, counter], target: 1 h of office }',
      '- { channel: [phone, counter], target: 0 min of office }',
    ),
    authorityWidened('per ticket: 100 EUR, per day: 500 EUR', 'per ticket: 2000 EUR, per day: 5000 EUR'),
    remedyOfNobody('allow: [repair, replacement, apology]', 'allow: [repair, exchange, apology]'),
    ...inEveryStart(),
  ],
  'charters/start/provider.yaml': [
    rowTakenOut('P4', '- { target: 10 working days of office }'),
    rowsSwapped('- { matter: complaint, target: 14 days }', '- { target: 10 working days of office }'),
    noTime('- { target: 3 h of office }', '- { target: 0 min of office }'),
    authorityWidened('per ticket: 30 EUR, per day: 150 EUR', 'per ticket: 900 EUR, per day: 900 EUR'),
    remedyOfNobody('allow: [credit, apology], up to: 30 EUR', 'allow: [credit, voucher, apology], up to: 30 EUR'),
    ...inEveryStart(),
  ],
  'charters/start/software.yaml': [
    rowTakenOut('P4', '- { target: 15 working days of office }'),
    rowsSwapped('- { severity: critical, target: 2 h of office }', '- { target: 8 h of office }'),
    tierSlower('severity: ">= high", target: 4 h of office', 'severity: ">= high", target: 12 h of office'),
    authorityWidened('per ticket: 50 EUR, per day: 200 EUR', 'per ticket: 900 EUR, per day: 900 EUR'),
    remedyOfNobody('allow: [credit, apology], up to: 50 EUR', 'allow: [credit, voucher, apology], up to: 50 EUR'),
    ...inEveryStart(),
  ],
}

/** The charters to start from have these words in common. */
function inEveryStart(): Fault[] {
  const says =
    '{ en: "It is settled within {target}.", it: "È risolto entro {target}.", pl: "Załatwimy to w ciągu {target}.", el: "Επιλύεται μέσα σε {target}.", ar: "يُحلّ خلال {target}." }'
  return [
    // Sooner than any law asks for: it is only the two times that disagree.
    promisedTwice('objective: O1, clock: resolution', says, '2 working days of office'),
    stepToNobody(
      'for: P2\n    steps:\n      - { at: 75%, tell: assignee }',
      'for: P2\n    steps:\n      - { at: 75%, tell: night-desk }',
    ),
    stepsSwapped(
      'for: P3\n    steps:\n      - { at: 75%, tell: assignee }',
      '- { at: 100%, tell: team-lead, raise priority: true }',
      'for: P3\n    steps:\n      ',
    ),
    numberInText('Your matter is settled within {target}.', 'Your matter, 1 of many, is settled within {target}.'),
    vagueWord('When you write again, a person answers within', 'When you write again, a person answers soon, within'),
  ]
}

/** The row that took every other ticket. */
function rowTakenOut(clause: string, row: string): Fault {
  return {
    what: 'a row taken out',
    codes: ['uncovered-case'],
    plant: (text) => {
      const without = replaced(text, `      ${row}\n`, '').text
      return { text: without, line: lineOf(without, without.indexOf(`  - id: ${clause}\n`)) }
    },
  }
}

/** The general row above the special one, which no ticket reaches then. */
function rowsSwapped(special: string, general: string): Fault {
  return {
    what: 'two rows swapped',
    codes: ['unreachable-row'],
    plant: (text) => later(replaced(text, `${special}\n      ${general}`, `${general}\n      ${special}`)),
  }
}

function stepsSwapped(first: string, second: string, before = ''): Fault {
  const own = first.slice(before.length)
  return {
    what: 'two steps swapped',
    codes: ['steps-out-of-order'],
    plant: (text) => later(replaced(text, `${first}\n      ${second}`, `${before}${second}\n      ${own}`), before),
  }
}

function promisedTwice(head: string, says: string, target: string): Fault {
  return {
    what: 'a promise written twice, with two times',
    codes: ['promises-disagree'],
    plant: (text) => {
      const clause = `  - { id: X9, audience: public, ${head}, says: ${says}, conditions: ${says.replaceAll(' {target}', '')}, table: [{ target: ${target} }] }\n`
      // The section that follows, whichever it is.
      const from = text.indexOf('\npromises:\n') + '\npromises:\n'.length
      const end = from + text.slice(from).search(/^[a-z]/m)
      return { text: text.slice(0, end) + clause + text.slice(end), line: lineOf(text, end) }
    },
  }
}

function tierSlower(from: string, to: string): Fault {
  return { what: 'a tier made slower', codes: ['higher-tier-slower'], plant: (text) => replaced(text, from, to) }
}

function noTime(from: string, to: string): Fault {
  return { what: 'no time at all', codes: ['target-of-nothing'], plant: (text) => replaced(text, from, to) }
}

function stepToNobody(from: string, to: string): Fault {
  const lines = to.split('\n').length - 1
  return {
    what: 'a step to a position that is not there',
    codes: ['unknown-position'],
    plant: (text) => {
      const { text: planted, line } = replaced(text, from, to)
      return { text: planted, line: line + lines }
    },
  }
}

function authorityWidened(from: string, to: string): Fault {
  return { what: 'authority widened', codes: ['lower-position-may-more'], plant: (text) => replaced(text, from, to) }
}

function remedyOfNobody(from: string, to: string): Fault {
  return {
    what: 'a remedy that nobody may grant',
    codes: ['remedy-without-authority'],
    plant: (text) => replaced(text, from, to),
  }
}

function numberInText(from: string, to: string): Fault {
  return { what: 'a number in a text', codes: ['number-in-text'], plant: (text) => replaced(text, from, to) }
}

function vagueWord(from: string, to: string): Fault {
  return { what: 'a vague word', codes: ['vague-words'], plant: (text) => replaced(text, from, to) }
}

/** The text with its one place that reads `from` made to read `to`, and the line in which that begins. */
function replaced(text: string, from: string, to: string): Planted {
  const at = text.indexOf(from)
  if (at < 0 || text.includes(from, at + 1)) throw new Error(`“${from}” stands there ${at < 0 ? 'nowhere' : 'twice'}`)
  return { text: text.slice(0, at) + to + text.slice(at + from.length), line: lineOf(text, at) }
}

function later({ text, line }: Planted, before = ''): Planted {
  return { text, line: line + before.split('\n').length }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
