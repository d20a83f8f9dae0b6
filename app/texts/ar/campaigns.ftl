# قائمة الحملات.

campaigns-home-headline = ما يطالب به الناس
campaigns-home-description = رسائل مفتوحة تقرؤها وتوقّعها هنا.
campaigns-home-run-by = تنظّمها { $group }
campaigns-home-no-signatures = لا تواقيع بعد
campaigns-home-closed = مغلقة
campaigns-home-empty = لا حملة معلّقة هنا بعد.
campaigns-home-empty-words = الحملة مجلّد من الملفات. أدخل واحدًا فيظهر هنا في الحال:

campaigns-card-alt = بطاقة مشاركة: «{ $headline }». عدد الموقّعين: { $n }.
campaigns-card-alt-target = بطاقة مشاركة إلى { $target }: «{ $headline }». عدد الموقّعين: { $n }.
