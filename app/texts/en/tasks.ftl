# Tasks: long work asked for at the desk.

tasks-headline = Tasks: { $whose }
tasks-about = Each goes on while you are elsewhere, and after a restart too. Nobody but you sees yours here.
tasks-none = You have asked for nothing that takes long. What you export from a list is made here.
tasks-to-lists = To the desk
tasks-again = Look how far it is
tasks-export = { $list } as { $format }
tasks-unknown = A task of another version
tasks-state-waiting = Waits for its turn
tasks-state-running = Under way
tasks-state-done = Done
tasks-state-cancelled = Cancelled
tasks-state-failed = Failed
tasks-reason-asker = You cancelled it.
tasks-reason-member = You may no longer see what it holds.
tasks-reason-erased = The file was deleted because somebody in it was erased; ask for it again.
tasks-reason-expired = What was made was kept for its time and is deleted; ask for it again.
tasks-reason-gone = The file is no longer on this machine; ask for it again.
tasks-reason-restored = A backup was restored that was taken in the middle of it. What it had done by then stands; look, and ask for it again.
tasks-reason-disk = The folder of exports cannot be written, or the disk is full. Whoever runs the instance finds more on the Setup page.
tasks-reason-fault = The program could not do it; its log says why. Ask for it again, and tell whoever runs the instance if that fails too.
tasks-asked = Asked for on { $moment }.
tasks-rows = { $rows ->
    [one] One row so far.
   *[other] { $rows } rows so far.
}
tasks-rows-all = { $rows ->
    [one] One row.
   *[other] { $rows } rows.
}
tasks-progress = { $percent } % of the list looked through
tasks-until = It can be taken away until { $moment } and is deleted then.
tasks-take = Take away: { $what }
tasks-take-button = Take the file away
tasks-cancel = Cancel
tasks-cancel-label = Cancel: { $what }
tasks-done-asked = It is being made. You can leave this page and come back.
tasks-done-cancelled = It is cancelled, and nothing of it is kept.
tasks-done-stopped = It is stopped. What was changed until then stays so; on its page it can be taken back.
tasks-done-over = It was over already; nothing was changed.
tasks-change = Rows of a list changed
tasks-undo = Change of a list taken back
tasks-page = See the change
tasks-delivery = Letter with its signatures as files
tasks-delivery-page = See what was handed over
