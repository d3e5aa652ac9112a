"""What was tried often enough and given up: tasks and mails, for administrators to try again."""
