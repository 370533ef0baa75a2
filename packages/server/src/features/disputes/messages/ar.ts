import type { Catalogue } from './en.ts'

export const ar: Catalogue = {
  received: 'تلقينا شكواك في {received}، ورقمها {number}.',
  deadline: 'يصلك جوابنا في موعد أقصاه {deadline}.',
  next: 'الشكوى قيد البحث. قبل ذلك الموعد نكتب إليك بما نقرره وأسبابه، أو بسبب حاجتنا إلى وقت أطول.',
  body: 'إن لم يحسم جوابنا الأمر، أو لم يصلك حتى ذلك الموعد، فلك أن تلجأ إلى: {body}',
  closing: 'إن لم يحسم هذا الجواب الأمر، فلك أن تلجأ إلى: {body}',
}
