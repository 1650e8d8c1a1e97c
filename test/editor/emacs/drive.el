;; Drives eglot in a batch Emacs as docs/editors.md sets it up, and writes down what a person would see.
;; Environment: CALQUE_RECIPE (from docs/editors.md), CALQUE_FOLDER, CALQUE_OUT.
(setq inhibit-message t make-backup-files nil create-lockfiles nil)
(ignore-errors (package-initialize))
(require 'eglot)
(require 'flymake)
(require 'json)

(defun calque-test-wait (what)
  "Wait until WHAT gives something."
  (let ((tries 0))
    (while (and (not (funcall what)) (< tries 300))
      (accept-process-output nil 0.1)
      (setq tries (1+ tries)))
    (or (funcall what) (error "Waited in vain for %S" what))))

(defun calque-test-seen ()
  (mapcar (lambda (d) (flymake-diagnostic-text d)) (flymake-diagnostics)))

(let* ((folder (getenv "CALQUE_FOLDER")) out)
  (condition-case problem
      (progn
        (load (getenv "CALQUE_RECIPE"))
        (find-file (expand-file-name "article.txt" folder))
        ;; eglot waits for the next command, which a batch Emacs never gets.
        (run-hooks 'post-command-hook)
        (calque-test-wait #'eglot-current-server)
        (flymake-mode 1)
        (calque-test-wait (lambda () (= 1 (length (calque-test-seen)))))
        (push (cons 'opened (vconcat (calque-test-seen))) out)
        (goto-char (point-max))
        (insert "It was an big day for the town.\n")
        (eglot--signal-textDocument/didChange)
        (calque-test-wait (lambda () (= 2 (length (calque-test-seen)))))
        (push (cons 'typed (vconcat (calque-test-seen))) out)
        (eglot-code-actions (point-min) (point-max) "source.fixAll.calque" t)
        (eglot--signal-textDocument/didChange)
        (calque-test-wait (lambda () (null (calque-test-seen))))
        (push (cons 'fixed (buffer-string)) out)
        (set-buffer-modified-p nil))
    (error (push (cons 'problem (format "%S" problem)) out)))
  (with-temp-file (getenv "CALQUE_OUT") (insert (json-encode out)))
  (kill-emacs 0))
