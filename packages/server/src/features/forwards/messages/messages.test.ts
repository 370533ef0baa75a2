import { describeMailWords } from '../../../../test/mail-words.ts'
import { en, type MessageKey } from './en.ts'
import { CATALOGUES, speaking } from './speak.ts'

describeMailWords({
  about: 'the words around what is forwarded',
  catalogues: CATALOGUES,
  keys: Object.keys(en) as MessageKey[],
  speaking,
  values: { number: '7', count: 2, subject: 'A', who: 'B', when: 'C', files: 'D', name: 'E', size: 'F' },
})
