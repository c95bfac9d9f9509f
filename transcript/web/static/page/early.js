// Before anything is drawn: what needs scripts may be shown, what replaces them need not.
document.documentElement.classList.add("scripts");
