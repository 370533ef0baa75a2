/** bench/charters/table.yaml as one would write it by hand: a chain of ifs, row by row. */
const EMAIL = 0
const CHAT = 1
const PHONE = 2
const FORM = 3
const SOCIAL = 4
const FREE = 0
const STANDARD = 1
const GOLD = 2
const NORMAL = 1
const HIGH = 2
const DAMAGED = 0
const LATE = 1
const WRONG_ITEM = 2
const CHANGE_OF_MIND = 3
const QUESTION = 4
const OTHER = 5

/**
 * The row that a ticket hits, from 0; -1 for none. Choices are their places in the charter, -1 where unknown; the price is in
 * minor units and the age in days, NaN where unknown.
 */
// biome-ignore format: a row of the table is a line here too
export function handWrittenRow(channel: number, tier: number, priority: number, reason: number, price: number, age: number): number {
  if ((channel === FORM || channel === SOCIAL) && tier === FREE && priority >= 0 && priority <= NORMAL && (reason === LATE || reason === WRONG_ITEM || reason === CHANGE_OF_MIND || reason === OTHER) && price >= 2000 && price < 20000 && age < 180) return 0
  if ((channel === EMAIL || channel === CHAT) && tier >= STANDARD && priority >= 0 && priority <= NORMAL && (reason === LATE || reason === WRONG_ITEM || reason === CHANGE_OF_MIND || reason === OTHER) && price < 20000 && age < 30) return 1
  if (channel === CHAT && tier >= 0 && tier <= STANDARD && priority >= 0 && priority <= NORMAL && (reason === WRONG_ITEM || reason === CHANGE_OF_MIND) && price >= 8000 && age < 365) return 2
  if (channel === PHONE && tier === FREE && priority >= 0 && priority <= NORMAL && (reason === DAMAGED || reason === LATE || reason === WRONG_ITEM || reason === CHANGE_OF_MIND) && price >= 1000 && price < 20000 && age >= 60 && age < 365) return 3
  if (channel === SOCIAL && tier === GOLD && priority >= 0 && priority <= NORMAL && (reason === DAMAGED || reason === QUESTION) && price >= 1000 && age >= 90) return 4
  if (channel === EMAIL && tier >= STANDARD && priority >= NORMAL && (reason === DAMAGED || reason === CHANGE_OF_MIND) && price >= 5000 && age >= 14) return 5
  if ((channel === CHAT || channel === PHONE || channel === SOCIAL) && tier >= STANDARD && priority === NORMAL && (reason === DAMAGED || reason === CHANGE_OF_MIND || reason === OTHER) && price < 5000 && age >= 14 && age < 365) return 6
  if (channel === FORM && tier === FREE && priority >= NORMAL && (reason === LATE || reason === WRONG_ITEM || reason === CHANGE_OF_MIND || reason === QUESTION) && price < 5000 && age >= 90) return 7
  if (channel === FORM && tier === FREE && priority >= NORMAL && (reason === WRONG_ITEM || reason === QUESTION) && price >= 1000 && age < 60) return 8
  if ((channel === EMAIL || channel === SOCIAL) && tier >= STANDARD && priority >= NORMAL && (reason === WRONG_ITEM || reason === CHANGE_OF_MIND) && price < 20000 && age >= 60) return 9
  if ((channel === EMAIL || channel === SOCIAL) && tier >= STANDARD && priority >= NORMAL && (reason === DAMAGED || reason === LATE || reason === WRONG_ITEM || reason === OTHER) && price >= 3500 && age >= 30 && age < 90) return 10
  if ((channel === CHAT || channel === FORM || channel === SOCIAL) && tier >= 0 && tier <= STANDARD && priority >= NORMAL && (reason === LATE || reason === QUESTION || reason === OTHER) && price >= 2000 && price < 20000 && age >= 180 && age < 365) return 11
  if (channel === FORM && tier === FREE && priority >= 0 && priority <= NORMAL && (reason === DAMAGED || reason === CHANGE_OF_MIND) && price < 3500 && age < 365) return 12
  if ((channel === CHAT || channel === FORM) && tier === GOLD && priority === HIGH && (reason === LATE || reason === WRONG_ITEM || reason === CHANGE_OF_MIND || reason === QUESTION) && price < 5000 && age < 180) return 13
  if ((channel === EMAIL || channel === CHAT || channel === SOCIAL) && tier >= 0 && tier <= STANDARD && priority >= NORMAL && (reason === DAMAGED || reason === LATE || reason === WRONG_ITEM || reason === OTHER) && price >= 2000 && age < 30) return 14
  if (channel === PHONE && tier === GOLD && priority >= 0 && priority <= NORMAL && (reason === DAMAGED || reason === LATE || reason === WRONG_ITEM || reason === QUESTION) && price >= 3500 && age >= 180 && age < 365) return 15
  if ((channel === EMAIL || channel === CHAT || channel === FORM) && tier === FREE && priority === NORMAL && (reason === DAMAGED || reason === WRONG_ITEM || reason === QUESTION || reason === OTHER) && price >= 1000 && price < 5000 && age < 90) return 16
  if ((channel === EMAIL || channel === CHAT) && tier >= STANDARD && priority === HIGH && (reason === DAMAGED || reason === LATE || reason === WRONG_ITEM || reason === CHANGE_OF_MIND) && price >= 1000 && age >= 14 && age < 90) return 17
  if ((channel === EMAIL || channel === FORM) && tier >= STANDARD && priority >= 0 && priority <= NORMAL && (reason === WRONG_ITEM || reason === CHANGE_OF_MIND || reason === QUESTION || reason === OTHER) && price < 20000 && age < 30) return 18
  if (channel === EMAIL && tier === GOLD && priority === HIGH && (reason === LATE || reason === WRONG_ITEM || reason === CHANGE_OF_MIND || reason === QUESTION) && price >= 8000 && age < 365) return 19
  if ((channel === EMAIL || channel === PHONE || channel === FORM) && tier >= STANDARD && priority === HIGH && (reason === DAMAGED || reason === LATE) && price >= 8000 && age >= 60 && age < 90) return 20
  if (channel === PHONE && tier === GOLD && priority >= NORMAL && (reason === LATE || reason === CHANGE_OF_MIND || reason === QUESTION || reason === OTHER) && price >= 5000 && price < 20000 && age < 90) return 21
  if ((channel === CHAT || channel === PHONE) && tier === FREE && priority >= NORMAL && (reason === LATE || reason === CHANGE_OF_MIND) && price >= 2000 && price < 3500 && age < 60) return 22
  if ((channel === EMAIL || channel === PHONE) && tier >= STANDARD && priority === NORMAL && (reason === DAMAGED || reason === CHANGE_OF_MIND) && price >= 3500 && age < 180) return 23
  if ((channel === FORM || channel === SOCIAL) && tier === GOLD && priority >= 0 && priority <= NORMAL && (reason === DAMAGED || reason === WRONG_ITEM || reason === QUESTION) && price >= 8000 && age < 90) return 24
  if ((channel === PHONE || channel === FORM || channel === SOCIAL) && tier >= STANDARD && priority >= 0 && priority <= NORMAL && (reason === DAMAGED || reason === LATE || reason === CHANGE_OF_MIND || reason === QUESTION) && price < 8000 && age < 60) return 25
  if (channel === EMAIL && tier === FREE && priority >= 0 && priority <= NORMAL && (reason === DAMAGED || reason === WRONG_ITEM || reason === QUESTION || reason === OTHER) && price < 5000 && age >= 60) return 26
  if (channel === EMAIL && tier === FREE && priority >= 0 && priority <= NORMAL && (reason === DAMAGED || reason === LATE || reason === CHANGE_OF_MIND || reason === QUESTION) && price >= 8000 && age >= 180 && age < 365) return 27
  if ((channel === CHAT || channel === PHONE || channel === FORM) && tier >= 0 && tier <= STANDARD && priority >= 0 && priority <= NORMAL && (reason === LATE || reason === CHANGE_OF_MIND || reason === OTHER) && price >= 5000 && age < 30) return 28
  if ((channel === PHONE || channel === SOCIAL) && tier === FREE && priority === NORMAL && (reason === DAMAGED || reason === LATE || reason === CHANGE_OF_MIND || reason === QUESTION) && price < 12000 && age < 90) return 29
  if ((channel === PHONE || channel === FORM || channel === SOCIAL) && tier >= STANDARD && priority === NORMAL && (reason === DAMAGED || reason === LATE || reason === CHANGE_OF_MIND || reason === OTHER) && price >= 3500 && price < 5000 && age >= 14) return 30
  if (channel === EMAIL && tier === FREE && priority >= 0 && priority <= NORMAL && (reason === WRONG_ITEM || reason === QUESTION) && price >= 2000 && price < 20000 && age >= 30) return 31
  if ((channel === CHAT || channel === FORM || channel === SOCIAL) && tier >= STANDARD && priority >= 0 && priority <= NORMAL && (reason === CHANGE_OF_MIND || reason === QUESTION) && price >= 3500 && price < 12000 && age >= 30 && age < 365) return 32
  if ((channel === CHAT || channel === PHONE || channel === SOCIAL) && tier === FREE && priority >= 0 && priority <= NORMAL && (reason === LATE || reason === WRONG_ITEM) && price >= 3500 && price < 8000 && age >= 30 && age < 90) return 33
  if ((channel === EMAIL || channel === SOCIAL) && tier >= STANDARD && priority >= 0 && priority <= NORMAL && (reason === DAMAGED || reason === WRONG_ITEM || reason === CHANGE_OF_MIND || reason === QUESTION) && price >= 8000 && age >= 14 && age < 90) return 34
  if (channel === CHAT && tier >= STANDARD && priority >= 0 && priority <= NORMAL && (reason === WRONG_ITEM || reason === CHANGE_OF_MIND || reason === OTHER) && price < 12000 && age >= 30) return 35
  if ((channel === FORM || channel === SOCIAL) && tier >= STANDARD && priority === NORMAL && (reason === LATE || reason === CHANGE_OF_MIND) && price >= 1000 && price < 3500 && age < 30) return 36
  if (channel === CHAT && tier >= 0 && tier <= STANDARD && priority >= NORMAL && (reason === WRONG_ITEM || reason === OTHER) && price >= 3500 && age < 365) return 37
  if ((channel === EMAIL || channel === FORM) && tier >= STANDARD && priority >= 0 && priority <= NORMAL && (reason === LATE || reason === WRONG_ITEM || reason === QUESTION || reason === OTHER) && price >= 1000 && price < 5000 && age >= 90) return 38
  if ((channel === CHAT || channel === PHONE || channel === SOCIAL) && tier >= 0 && tier <= STANDARD && priority >= 0 && priority <= NORMAL && (reason === LATE || reason === WRONG_ITEM || reason === QUESTION || reason === OTHER) && price >= 2000 && price < 8000 && age < 90) return 39
  return -1
}
