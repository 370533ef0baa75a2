import type { Catalogue } from './en.ts'

export const ar: Catalogue = {
  'plus.subject': 'تجربة عنوان',
  'plus.text':
    'كتب مكتب الخدمة هذه الرسالة إلى نفسه على العنوان {address} ليعرف هل يصل البريد إلى مثل هذه العناوين. لا يلزم فعل شيء.',
}
