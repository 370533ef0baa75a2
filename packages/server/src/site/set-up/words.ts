/** The words of the set-up page: the first that somebody sees who starts from nothing. */
const en = {
  title: 'Set up your desk',
  lead: 'One page, and your desk answers mail. Everything can be changed later.',
  code: 'The code that the server printed at its start',
  name: 'Name of your company',
  person: 'Your name',
  email: 'Your e-mail address, to sign in with',
  password: 'A password, of twelve characters or more',
  mailbox: 'The address that your customers write to',
  charter: 'A charter to begin with',
  charterHint:
    'What you promise your customers, by when. It is in force at once; look at it on the page “What we promise”.',
  retailer: 'A shop: questions, returns, deliveries',
  'software-help-desk': 'A software help desk: incidents by priority',
  utility: 'A utility: connections, bills, complaints',
  send: 'Set up',
  wrong: 'Nothing was set up yet. Please look at these:',
  'error-code': 'This is not the code. It stands in the last lines that the server printed.',
  'error-name': 'Please give a name.',
  'error-person': 'Please give your name.',
  'error-email': 'This is no e-mail address.',
  'error-password': 'The password needs twelve characters or more, 128 at most.',
  'error-charter': 'Please choose a charter.',
  'error-taken': 'Somebody signs in with this address already.',
  'error-tries': 'Too many wrong codes. Start the server again; it prints a new one.',
}

export type SetUpWord = keyof typeof en

const ar: Readonly<Record<SetUpWord, string>> = {
  title: 'إعداد مكتب الخدمة',
  lead: 'صفحة واحدة ثم يبدأ المكتب بالرد على البريد. يمكن تغيير كل شيء لاحقًا.',
  code: 'الرمز الذي عرضه الخادم عند بدء تشغيله',
  name: 'اسم شركتكم',
  person: 'اسمك',
  email: 'بريدك الإلكتروني لتسجيل الدخول',
  password: 'كلمة مرور من اثني عشر حرفًا أو أكثر',
  mailbox: 'العنوان الذي يكتب إليه عملاؤكم',
  charter: 'ميثاق خدمة للبدء به',
  charterHint: 'ما تعدون به عملاءكم ومتى. يسري فورًا، ويمكن الاطلاع عليه في صفحة «وعودنا».',
  retailer: 'متجر: أسئلة ومرتجعات وتوصيل',
  'software-help-desk': 'دعم برمجيات: أعطال حسب الأولوية',
  utility: 'مرافق: توصيلات وفواتير وشكاوى',
  send: 'إعداد',
  wrong: 'لم يُعَدّ شيء بعد. يُرجى مراجعة ما يلي:',
  'error-code': 'هذا ليس الرمز. تجده في آخر الأسطر التي عرضها الخادم.',
  'error-name': 'يُرجى كتابة الاسم.',
  'error-person': 'يُرجى كتابة اسمك.',
  'error-email': 'هذا ليس عنوان بريد إلكتروني.',
  'error-password': 'تحتاج كلمة المرور إلى اثني عشر حرفًا أو أكثر، و128 على الأكثر.',
  'error-charter': 'يُرجى اختيار ميثاق.',
  'error-taken': 'يوجد من يسجل الدخول بهذا العنوان.',
  'error-tries': 'محاولات خاطئة كثيرة. أعد تشغيل الخادم ليعرض رمزًا جديدًا.',
}

/** Says a word of this page: in Arabic to its readers, in English to everybody else. */
export function setUpWords(language: string): (word: SetUpWord) => string {
  const catalogue = language === 'ar' ? ar : en
  return (word) => catalogue[word]
}
