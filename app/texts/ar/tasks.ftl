# المهام: عمل طويل يُطلب في المكتب.

tasks-headline = المهام: { $whose }
tasks-about = تمضي كلٌّ منها وأنت في مكان آخر، وبعد إعادة التشغيل أيضًا. لا يرى مهامك هنا أحد سواك.
tasks-none = لم تطلب شيئًا يطول. ما تصدّره من قائمة يُعَدّ هنا.
tasks-to-lists = إلى المكتب
tasks-again = انظر كم أُنجز
tasks-export = { $list } بصيغة { $format }
tasks-unknown = مهمة من إصدار آخر
tasks-state-waiting = تنتظر دورها
tasks-state-running = قيد التنفيذ
tasks-state-done = تمّت
tasks-state-cancelled = أُلغيت
tasks-state-failed = فشلت
tasks-reason-asker = أنت ألغيتها.
tasks-reason-member = لم يعد يحقّ لك أن ترى ما فيها.
tasks-reason-erased = حُذف الملف لأن شخصًا فيه قد مُحي؛ اطلبه من جديد.
tasks-reason-expired = حُفظ الملف مدته ثم حُذف؛ اطلبه من جديد.
tasks-reason-gone = لم يعد الملف على هذا الجهاز؛ اطلبه من جديد.
tasks-reason-restored = استُعيدت نسخة احتياطية أُخذت في أثنائها. ما أنجزته حتى ذلك الحين باقٍ؛ انظر فيه واطلبها من جديد.
tasks-reason-disk = لا يمكن الكتابة في مجلد التصدير، أو امتلأ القرص. يجد من يدير النظام تفاصيل أكثر في صفحة الإعداد.
tasks-reason-fault = لم يستطع البرنامج إنجازها، وسجلّه يقول السبب. اطلبها من جديد، وأخبر من يدير النظام إن فشلت ثانية.
tasks-asked = طُلبت في { $moment }.
tasks-rows = { $rows ->
    [zero] لا صفوف حتى الآن.
    [one] صف واحد حتى الآن.
    [two] صفّان حتى الآن.
    [few] { $rows } صفوف حتى الآن.
    [many] { $rows } صفًا حتى الآن.
   *[other] { $rows } صف حتى الآن.
}
tasks-rows-all = { $rows ->
    [zero] لا صفوف.
    [one] صف واحد.
    [two] صفّان.
    [few] { $rows } صفوف.
    [many] { $rows } صفًا.
   *[other] { $rows } صف.
}
tasks-progress = نُظر في { $percent } % من القائمة
tasks-until = يمكن أخذه حتى { $moment }، ثم يُحذف.
tasks-take = خذ: { $what }
tasks-take-button = خذ الملف
tasks-cancel = ألغِ
tasks-cancel-label = ألغِ: { $what }
tasks-done-asked = إنه قيد الإعداد. يمكنك أن تغادر هذه الصفحة وتعود.
tasks-done-cancelled = أُلغيت، ولا يُحفظ منها شيء.
tasks-done-stopped = أُوقفت. يبقى ما غُيّر حتى ذلك الحين كما هو؛ ويمكن التراجع عنه في صفحته.
tasks-done-over = كانت قد انتهت؛ لم يتغيّر شيء.
tasks-change = تغيير صفوف في قائمة
tasks-undo = التراجع عن تغيير قائمة
tasks-page = انظر التغيير
tasks-delivery = رسالة مع توقيعاتها في ملفات
tasks-delivery-page = عرض ما سُلِّم
