/** What the findings of `check` say in English, one sentence a form: the terminal's words, made of the data that screens get. */
import type { FindingData, FindingForm } from '../../charter/index.ts'
import { andWords } from './case-words.ts'
import { counted } from './scale-words.ts'

/** Cases in English words, and the witness in them. */
export interface Told {
  readonly where?: string
  readonly example?: string
}

type Sentences = { readonly [Form in FindingForm]: (data: FindingData<Form>, told: Told) => string }

const TARGET = '{target}'
const NO_MATCH = 'no row matches a case of its scope. Compare its rows with its “when”.'
const MEND_CASE = 'Add a row for it, or a last row without conditions, or leave it out of the scope with “when”.'
const MEND_UNKNOWN =
  'A fact that is not filled in meets only “-”, an empty cell and “unknown”: add a last row without conditions, or one for “unknown”.'
const MEND_CLOSURE = 'Open on some of these dates, or tell customers of the closure.'
const MEND_HOLIDAYS = 'Add the next holidays and move “holidays until”.'
const MEND_NUMBER =
  'Where it is the time promised, put it into the table and {target} into the text; else say it without a number.'
const MEND_EXAMPLE = 'Mend the clause, or let the example expect what comes out.'

const MEND_LAW = 'Promise it sooner, or switch the row off under “law” with the reason why it does not apply.'
const UNCONFIRMED = 'The number was not confirmed in the official text in force, so this does not block publishing.'

export const FINDING_SENTENCES: Sentences = {
  'uncovered-case.some': ({ clause }, told) => `${clause} promises nothing for ${gapWords(told)} ${MEND_CASE}`,
  'uncovered-case.never': ({ clause }) => `${clause} promises nothing to any ticket: ${NO_MATCH}`,
  'uncovered-unknown': ({ clause }, told) => `${clause} promises nothing for ${gapWords(told)} ${MEND_UNKNOWN}`,
  'uncovered-remedy.some': ({ clause }, told) => `${clause} offers nothing for ${gapWords(told)} ${MEND_CASE}`,
  'uncovered-remedy.never': ({ clause }) => `${clause} offers nothing to any ticket: ${NO_MATCH}`,
  'empty-scope': ({ clause }) =>
    `No ticket is ever inside the “when” of ${clause}, so it never applies. Mend the condition or take the clause out.`,
  'overlapping-rows': (data) =>
    `${rowName(data)} matches tickets that ${rowNames(data)} match${data.count > 1 ? '' : 'es'} too, and with “hit: unique” such a ticket gets nothing. ` +
    'Make the conditions exclude each other, or write “hit: first”.',
  'unreachable-row.never': (data) =>
    `${rowName(data)} is never reached: no ticket inside the scope of ${data.clause} meets its conditions. Mend them or take the row out.`,
  'unreachable-row.taken': (data) =>
    `${rowName(data)} is never reached: every ticket that meets its conditions is taken before by ${rowNames(data)}. Move it up, or take it out.`,
  'duplicate-row': (data) =>
    `${rowName(data)} has the same conditions as row ${data.earlier}. Take one of the two out.`,
  'row-changes-nothing': (data) =>
    `${rowName(data)} changes nothing: without it the same tickets get the same from ${rowNames(data)}. Take it out, or mend what it gives.`,
  'target-of-nothing': (data) =>
    `${rowName(data)} promises no time at all: it is due when its clock starts, and nobody can keep that. Write a length of time that somebody can keep.`,
  'table-too-large': ({ clause, columns, rows }) =>
    `The table of ${clause} holds too many different cases to be checked one by one (${columns} columns, ${rows} rows). Part it into clauses, each with its “when”.`,
  'calendar-never-opens': ({ calendar, date }) =>
    `The calendar “${calendar}” never opens from ${date} on, so nothing promised on it ever falls due. Write its hours under “open”.`,
  'closed-longer-than-target.late': (data) =>
    `${closureWords(data)} falls due on ${localWords(data.due)} (${data.zone}). ${MEND_CLOSURE}`,
  'closed-longer-than-target.never': (data) =>
    `${closureWords(data)} does not fall due at all (${data.zone}). ${MEND_CLOSURE}`,
  'holidays-run-out.past': ({ calendar, date }) => holidayWords(calendar, `ran out on ${date}`),
  'holidays-run-out.today': ({ calendar }) => holidayWords(calendar, 'run out today'),
  'holidays-run-out.soon': ({ calendar, date, days }) =>
    holidayWords(calendar, `run out on ${date}, in ${counted(days, 'day')}`),
  'holidays-without-end': ({ calendar, date }) =>
    `“${calendar}” has closed dates but no “holidays until”: after the last, ${date}, every date counts as ordinary. Write until when its closed dates are known.`,
  'text-missing.languages': ({ part, languages, count }) =>
    `${partWords(part)} has no text in ${languagesWords(languages)}. Readers of ${count > 1 ? 'these languages' : 'this language'} would see it in another.`,
  'text-missing.values': ({ fact, values }) =>
    `The fact “${fact}” has texts for some of its values and none for ${andWords(values)}.`,
  'text-missing.silent': ({ clause }) =>
    `${clause} is public and has no “says”, so the public page has no words for it. Write them, or make its audience staff.`,
  'master-text-missing': ({ part, language }) =>
    `${partWords(part)} has no text in “${language}”, the charter's master language, from which the others are made. Write it.`,
  'target-not-told': ({ part, language, languages }) =>
    `${partWords(part)} says ${TARGET} in “${language}” and not in ${languagesWords(languages)}, so readers there are not told the time. Put ${TARGET} where the time belongs.`,
  'translation-older': ({ part, language, languages }) =>
    `${partWords(part)} was changed in “${language}” and not in ${languagesWords(languages)}: readers there are told what it said before. Bring the translation up to date, or leave it for a reason.`,
  'given-up-conflict.start': ({ clause, event }) =>
    `The clock of ${clause} is given up at “${event}”, the event that starts it, so no run of it can be kept. Name another event under “given up”.`,
  'given-up-conflict.end': ({ clause, event }) =>
    `The clock of ${clause} is both fulfilled and given up at “${event}”. Name another event under “given up”.`,
  'steps-out-of-order': ({ step, clause, at, earlier, before }) =>
    `Step ${step} of ${clause} (${at}) acts before step ${earlier} (${before}) and stands after it. Write the steps in the order in which they act.`,
  'unused-part.part': ({ part: [kind, name] }) =>
    `Nothing in the charter uses the ${kind} “${name}”. Use it or take it out.`,
  'unused-part.remedy': ({ clause }) =>
    `${clause} has no conditions, and no promise names it under “if broken”, so it stands beside every ticket. Name it there, or give it conditions.`,
  'higher-tier-slower': (data) =>
    `${rowName(data)} serves ${data.fact} ${data.higher} later than row ${data.by} serves ${data.lower} (${data.sooner}), all else being equal. Compare the two, or say why in “because”.`,
  'promises-disagree': ({ clause, gives, other, otherwise }) =>
    `${clause} promises ${gives} and ${other} promises ${otherwise} for the same matter, and customers may read both. Part them with “when”, or keep one.`,
  'promise-looser-than-law.late': (data) => `${lateWords(data)} ${MEND_LAW}`,
  'promise-looser-than-law.longer': (data) => `${longerWords(data)} ${MEND_LAW}`,
  'promise-looser-than-law.fewer': (data) => `${fewerWords(data)} ${MEND_LAW}`,
  'promise-perhaps-looser-than-law.late': (data) => `${lateWords(data)} ${UNCONFIRMED} ${MEND_LAW}`,
  'promise-perhaps-looser-than-law.longer': (data) => `${longerWords(data)} ${UNCONFIRMED} ${MEND_LAW}`,
  'promise-perhaps-looser-than-law.fewer': (data) => `${fewerWords(data)} ${UNCONFIRMED} ${MEND_LAW}`,
  'remedy-shorter-than-law': ({ clause, fact, since, on, law, allows }) =>
    `${clause} gives nothing on ${on} where “${fact}” is ${since}, and by the law’s row ${law} the customer has ${allows}, the last day included. Let it hold for so long, or switch the row off under “law” with the reason why it does not apply.`,
  'dispute-body-missing': ({ laws, count }) =>
    `By ${andWords(laws)} the customer may go to a dispute body, and the charter names none. Write who it is, and how to reach them, under “dispute body” of “law”, or switch the ${count > 1 ? 'rows' : 'row'} off with the reason.`,
  'remedy-without-authority': (data) =>
    `${rowName(data)} allows “${data.remedy}”, and no position may grant it: nobody could ever give it. Add it to “may” of an authority clause, or take it out.`,
  'escalation-goes-back.got': ({ step, clause, position, earlier }) =>
    `Step ${step} of ${clause} gives the ticket to ${position}, who got it in step ${earlier} already: it goes in a circle. Give it to somebody else, or only tell them.`,
  'escalation-goes-back.round': ({ step, clause, position, earlier, other, through }) =>
    `Step ${step} of ${clause} gives the ticket back to ${position}, who knew of it from step ${earlier} of ${other}, after ${through} got it: it goes in a circle. Give it to somebody else, or only tell them.`,
  'promise-tighter-than-agreements': (data) =>
    `${rowName(data)} is tighter than what is agreed beneath it: of what starts on ${localWords(data.starts)}, ${andWords(data.agreements)} ${data.count > 1 ? 'give their parts one after the other' : 'gives its part'} by ${localWords(data.ends)}, and it is due on ${localWords(data.due)} (${data.zone}). Promise longer, or agree on less time.`,
  'step-in-other-calendar': ({ step, clause, at, promise, calendar, own, acts, would, zone }) =>
    `Step ${step} of ${clause} (${at}) is counted by “${calendar}”, and ${promise} by “${own}”: a step that by “${own}” would act on ${localWords(would)} acts on ${localWords(acts)} (${zone}). Count it by “${own}”.`,
  'position-unheld.step': ({ step, clause, position }) =>
    `Step ${step} of ${clause} goes to ${position}, and nobody holds that position: nobody would get it. Give the position to somebody, or name another.`,
  'position-unheld.authority': ({ clause, position }) =>
    `${clause} says what ${position} may grant, and nobody holds that position. Give it to somebody, or take the clause out.`,
  'lower-position-may-more': (data) =>
    `${rowName(data)} lets ${data.position} grant more “${data.remedy}” than ${data.other} (${data.otherwise}) lets ${data.higher}, who stands above. Positions are written from the lowest up: mend their order, or raise the one or lower the other.`,
  'remedy-beyond-authority.most': (data) =>
    `${rowName(data)} gives more “${data.remedy}” than anybody may grant, asked or not: the most is ${data.most} (${data.position}, by ${data.other}). Lower “up to”, bound it by a condition, or let a position grant more.`,
  'remedy-beyond-authority.nobody': (data) =>
    `${rowName(data)} gives “${data.remedy}”, and for such a ticket no position may grant any. Mend the conditions of authority, or of the row.`,
  'objective-without-procedure': ({ clause }) =>
    `No procedure serves ${clause}: nothing says how it is reached. Write “objective: ${clause}” in a procedure, or add one.`,
  'procedure-without-standard': ({ clause }) =>
    `${clause} is measured by nothing. Name the promises that it is measured by under “standards”.`,
  'step-never-reached.passed': ({ step, clause }) =>
    `No way leads to step ${step} of ${clause}: what comes before it always leads elsewhere. Change the “next” or the “when” of a step before it, or take it out.`,
  'step-never-reached.never': ({ step, clause }) =>
    `Step ${step} of ${clause} is for tickets that ${clause} is not for: its “when” never holds together with that of the procedure. Change one of them, or take the step out.`,
  'value-without-evidence': ({ clause }) =>
    `${clause} is public and nothing shows it. Name the clauses by which customers see it under “shown by”.`,
  'definition-unanswered.nothing': ({ answers }) =>
    `Nothing answers “${answers}” in the definition of excellent service. Write a line with “answers: ${answers}” under “definition”, or give the reason why it stays open.`,
  'definition-unanswered.nobody': ({ clause }) =>
    `${clause} says who is responsible for the service and names no position. Write “position” in it.`,
  'clause-unattended.owner': ({ clauses, count }) =>
    `Nobody answers for ${andWords(clauses)}. Give ${count > 1 ? 'each' : 'it'} an “owner”, or the whole charter one under “people”.`,
  'clause-unattended.objective': ({ clauses, count }) =>
    `${andWords(clauses)} ${count > 1 ? 'serve' : 'serves'} no objective. Write “objective” in ${count > 1 ? 'each' : 'it'}.`,
  'clause-unattended.review': ({ clauses, count }) =>
    `${andWords(clauses)} ${count > 1 ? 'have' : 'has'} no date on which ${count > 1 ? 'they are' : 'it is'} looked at again. Write “review” in ${count > 1 ? 'each' : 'it'}, or “review: { every: 12 months }” for the whole charter.`,
  'review-passed': ({ clause, date }) =>
    `${clause} was to be looked at again by ${date}, and that day is over. Look at it, then write under “review” when that is next done.`,
  'benchmark-old': ({ clause, of, date }) =>
    `${clause} compares itself with a figure of ${of} that was read on ${date}, more than 12 months ago. Read it again, and write the figure of today with its source and date.`,
  'promise-incomplete': ({ clause, missing, written, there, all }) =>
    `${clause} is public and has ${there} of the ${all} fields that its readers need. Missing: ${andWords(missing)}. Write in the promise: ${written.join('; ')}.${missing.some((name) => name === 'contact' || name === 'complaints') ? ' “contact” and “complaints” may stand once at the top instead, for the whole charter.' : ''}`,
  'vague-words': ({ part, language, words }) =>
    `${partWords(part)} says “${words}” in “${language}”, which can mean an hour or a week. Say the time, or what is done.`,
  'number-in-text': ({ part, language, number }) =>
    `${partWords(part)} has the number ${number} written by hand in “${language}”: when the rule changes, the words do not. ${MEND_NUMBER}`,
  'example-fails.due': ({ example, clause, expected, found, zone }) =>
    `Example ${example} wants ${clause} due on ${localWords(expected)}, and it comes out due on ${localWords(found)} (${zone}). ${MEND_EXAMPLE}`,
  'example-fails.no-due': ({ example, clause, expected, zone }) =>
    `Example ${example} wants ${clause} due on ${localWords(expected)} (${zone}), and nothing falls due. ${MEND_EXAMPLE}`,
  'example-fails.promised': ({ example, clause, row }) =>
    `Example ${example} wants nothing promised by ${clause}, and row ${row} promises. ${MEND_EXAMPLE}`,
  'example-fails.row': ({ example, clause, expected, found }) =>
    `Example ${example} wants row ${expected} of ${clause} to decide, and row ${found} does. ${MEND_EXAMPLE}`,
  'example-fails.no-row': ({ example, clause, expected }) =>
    `Example ${example} wants row ${expected} of ${clause} to decide, and no row applies. ${MEND_EXAMPLE}`,
  'example-fails.not-evaluated': ({ example, clause }) =>
    `Example ${example} wants something of ${clause}, which cannot be evaluated on its ticket. ${MEND_EXAMPLE}`,
  'example-fails.allow': ({ example, clause, expected, found }) =>
    `Example ${example} wants ${clause} to allow ${wordsOrNothing(expected)}, and it allows ${wordsOrNothing(found)}. ${MEND_EXAMPLE}`,
  'example-fails.amount': ({ example, clause, expected, found }) =>
    `Example ${example} wants up to ${expected} of ${clause}, and it gives up to ${found}. ${MEND_EXAMPLE}`,
  'example-fails.no-amount': ({ example, clause, expected }) =>
    `Example ${example} wants up to ${expected} of ${clause}, and no amount comes out. ${MEND_EXAMPLE}`,
  'example-fails.not-tried': ({ example, count }) =>
    `${counted(count, 'example')}, the first of them example ${example}, ${count > 1 ? 'were' : 'was'} not tried: there are too many for their clauses, or their dates are too far away. ` +
    'Take out those that no row needs, or date them nearer.',
}

function gapWords({ where = '', example = '' }: Told): string {
  return `${where}: no row covers it. For example: ${example}.`
}

function wordsOrNothing(words: readonly string[]): string {
  return words.length === 0 ? 'nothing' : andWords(words)
}

function rowName({ row, clause, gives }: FindingData<'unreachable-row.never'>): string {
  return `Row ${row} of ${clause} (${gives})`
}

/** `row 2`, `rows 1, 2 and 4`. */
function rowNames({ rows, count }: FindingData<'unreachable-row.taken'>): string {
  return `${count > 1 ? 'rows' : 'row'} ${andWords(rows)}`
}

function lateWords(data: FindingData<'promise-looser-than-law.late'>): string {
  const { starts, due, limit, zone } = data
  return (
    `${rowName(data)} is looser than ${lawWords(data)}: what starts on ${localWords(starts)} falls due on ` +
    `${localWords(due)}, and the law’s time ends on ${localWords(limit)} (${zone}).`
  )
}

function longerWords(data: FindingData<'promise-looser-than-law.longer'>): string {
  return `${rowName(data)} is looser than ${lawWords(data)}.`
}

function fewerWords(data: FindingData<'promise-looser-than-law.fewer'>): string {
  return `${rowName(data)} is measured by ${data.promised}% of cases, and ${lawWords(data)} wants ${data.wanted}%.`
}

/** `the law’s row PL-1 (14 days)`. */
function lawWords({ law, allows }: FindingData<'promise-looser-than-law.longer'>): string {
  return `the law’s row ${law} (${allows})`
}

function closureWords(data: FindingData<'closed-longer-than-target.never'>): string {
  const { calendar, dates, first, last, clause, target, starts } = data
  return (
    `The calendar “${calendar}” is closed on ${dates} dates in a row, ${first} to ${last}, and ${clause} promises ${target}: ` +
    `what starts on ${localWords(starts)}`
  )
}

function localWords(time: string): string {
  return time.replace('T', ' ')
}

function holidayWords(calendar: string, when: string): string {
  return `The holidays of “${calendar}” ${when}: due times after that date are marked unsure. ${MEND_HOLIDAYS}`
}

/** Codes in quotes: a bare `it` reads as a word. */
function languagesWords(languages: readonly string[]): string {
  return andWords(languages.map((language) => `“${language}”`))
}

/** `The title`, `The value “gold” of “tier”`, `“says” of P1`, `“limits” of P1`. */
function partWords([kind = '', name = '', of = '']: readonly string[]): string {
  if (kind === 'title') return 'The title'
  if (kind === 'value') return `The value “${name}” of “${of}”`
  if (kind === 'text') return `“${name}” of ${of}`
  return kind === 'says' || kind === 'because' ? `“${kind}” of ${name}` : `The ${kind} “${name}”`
}
