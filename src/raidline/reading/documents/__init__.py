"""Documents as people send them: PDF, Word, OpenDocument and mails, each with its text in paragraphs and pages."""
