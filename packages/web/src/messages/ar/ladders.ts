import type { ladders as master } from '../en/ladders.ts'

export const ladders: Readonly<Record<keyof typeof master, string>> = {
  'ladder.open': 'السير عبر {clause}',
  'ladder.hint':
    'ما الذي يحدث لطلب لا يمسّه أحد: كل خطوة في وقتها، ومن تصل إليه، ومن هو غائب حينها بقدر ما تُعرف الغيابات. لا يُرسَل شيء.',
  'ladder.at': 'يصل الطلب ({zone})',
  'ladder.assignee': 'من لديه الطلب',
  'ladder.go': 'السير عبره',
  'ladder.ticket': 'الطلب: {facts}.',
  'ladder.any': 'أي طلب',
  'ladder.due': 'موعد {promise}: {time}.',
  'ladder.fine': 'يوجد من يعمل عند كل خطوة وعند النهاية.',
  'ladder.fine-end': 'عند النهاية يوجد من يعمل. والخطوة التي تُبلِّغ من لديه الطلب لا تصل إلى أحد ما دام ليس لدى أحد.',
  'ladder.mend':
    '{count, plural, zero {لا مواضع للإصلاح} one {موضع واحد للإصلاح} two {موضعان للإصلاح} few {# مواضع للإصلاح} many {# موضعًا للإصلاح} other {# موضع للإصلاح}}',
  'ladder.steps': 'خطوات {clause}',
  'ladder.step': 'الخطوة {step, number}',
  'ladder.last': 'النهاية',
  'ladder.when': '{time} ({zone})',
  'ladder.never': 'بعد ما يعرفه تقويمها',
  'ladder.closed': 'كل التقاويم مغلقة حينها.',
  'ladder.on-duty': 'يوجد من يعمل',
  'ladder.off-duty': 'لا أحد يعمل',
  'ladder.unassigned': 'ليس الطلب لدى أحد بعد',
  'ladder.told': 'يُبلَّغ في المكتب ({position}): {who}',
  'ladder.given': 'يُسنَد الطلب ({position}): {who}',
  'ladder.mailed': 'وبالبريد أيضًا: {who}',
  'ladder.away': '{name}: غياب حتى {time}.',
  'ladder.away-deputy': '{name}: غياب حتى {time}، والنيابة: {deputy}.',
  'ladder.away-tickets': '{name}: غياب حتى {time}، وتنتقل طلباته إلى {deputy} دون منصبه.',
  'ladder.instead': 'كل من يشغل {position} غائب: ينوب {instead}.',
  'ladder.chain': 'ينتقل الطلب إلى {chain}.',
  'ladder.chain-none': 'لا خطوة تُسنِد الطلب إلى غيره.',
  'ladder.no-circle': 'ولا يعود إلى أحد.',
  'ladder.outside': 'بعد الخطوة الأخيرة: {body}',
  'ladder.why.not-begun': 'لا يبدأ على طلب يصل حينها.',
  'ladder.why.past-horizon': 'لا تعرف التقاويم شيئًا عن ذلك الوقت.',
  'ladder.trouble.position-empty':
    'الخطوة {step, number}: لا أحد يشغل منصب {position}. أسنِده إلى شخص في قائمة الأشخاص.',
  'ladder.trouble.position-away':
    'الخطوة {step, number}: كل من يشغل منصب {position} غائب حينها، ولا أحد بعدهم. أسنِده إلى شخص آخر أيضًا، أو سمِّ منصبًا آخر في هذه الخطوة أو في خطوة لاحقة.',
  'ladder.trouble.nobody-has-it':
    'الخطوة {step, number}، النهاية: يُبلَّغ من لديه الطلب، وليس لدى أحد. أبلِغ منصبًا، أو أسنِد الطلب في خطوة سابقة.',
  'ladder.trouble.nobody-told': 'الخطوة {step, number}، النهاية: لا يُبلَّغ أحد بها. أبلِغ منصبًا.',
  'ladder.trouble.goes-back': 'الخطوة {step, number}: يعود الطلب إلى {position}. أسنِده إلى من هو أعلى.',
  'ladder.trouble.no-instant':
    'تأتي الخطوة {step, number} بعد ما يعرفه تقويمها. قصِّر وقتها، أو سمِّ العطل إلى تاريخ أبعد.',
}
