import type { problems as master } from '../en/problems.ts'

export const problems: Readonly<Record<keyof typeof master, string>> = {
  'problem.unreachable': 'الخادم لا يجيب. تحقَّق من الاتصال ثم أعد المحاولة.',
  'problem.not-signed-in': 'انتهت جلستك. سجِّل الدخول من جديد.',
  'problem.not-allowed': 'أدوارك لا تسمح بذلك. اسأل مدير النظام.',
  'problem.not-found': 'لا شيء كهذا هنا.',
  'problem.unknown-workspace': 'لا مساحة عمل كهذه لك.',
  'problem.body-too-large': 'هذا أكبر من أن يُرسل.',
  'problem.cannot-be': 'لا يمكن أن يصير الطلب كذلك.',
  'problem.no-address': 'ليس للعميل عنوان يُكتب إليه.',
  'problem.unknown-person': 'لم يعد هذا الشخص هنا.',
  'problem.unknown-fact': 'ليس في الميثاق بيان كهذا، أو القيمة لا تلائمه.',
  'problem.unknown-position': 'ليس في الميثاق منصب كهذا.',
  'problem.no-charter': 'لا ميثاق ساريًا. انشر واحدًا أولًا.',
  'problem.mail-settled': 'لهذه الرسالة طلب بالفعل.',
  'problem.name-taken': 'هذا مأخوذ. اختر غيره.',
  'problem.demo-not-loaded': 'لا عرض تجريبيًّا ليُحذف.',
  'problem.too-many': 'طلبات كثيرة. انتظر لحظة ثم أعد المحاولة.',
  'problem.database-away': 'قاعدة البيانات لا تجيب. المكتب يعيد المحاولة من نفسه.',
  'problem.stopping': 'الخادم يتوقف. أعد المحاولة بعد لحظة.',
  'problem.unexpected': 'حدث خطأ من جانبنا. أعد المحاولة.',
}
