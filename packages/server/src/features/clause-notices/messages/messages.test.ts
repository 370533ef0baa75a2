import { describeMailWords } from '../../../../test/mail-words.ts'
import { en, type MessageKey } from './en.ts'
import { CATALOGUES, speaking } from './speak.ts'

describeMailWords({
  about: 'the words of mails about a changed charter',
  catalogues: CATALOGUES,
  keys: Object.keys(en) as MessageKey[],
  speaking,
  values: {
    id: 'P1',
    version: '7',
    title: 'Charter',
    from: 'noon',
    clause: 'P1',
    change: 'new',
    text: 'x',
    clauses: 'P1',
    count: 3,
  },
})
