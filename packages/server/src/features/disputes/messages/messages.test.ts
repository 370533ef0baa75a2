import { describeMailWords } from '../../../../test/mail-words.ts'
import { en, type MessageKey } from './en.ts'
import { CATALOGUES, speaking } from './speak.ts'

describeMailWords({
  about: 'the words of letters about a complaint',
  catalogues: CATALOGUES,
  keys: Object.keys(en) as MessageKey[],
  speaking,
  values: { received: 'noon', number: '7', deadline: 'noon', body: 'the ombudsman' },
})
