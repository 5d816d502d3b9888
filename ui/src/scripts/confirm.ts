// `<button data-confirm="정말 ...?" data-confirm-yes="..." data-confirm-no="...">`: asks in a dialog before
// its form is sent. The words for yes and no may stand on `<body>` once.
import { around } from "./closest";

export function askBefore(): void {
  document.addEventListener("click", (event) => {
    const button = around<HTMLButtonElement>(event, "button[data-confirm]");
    if (!button || button.dataset.confirmed === "yes") return;
    event.preventDefault();
    ask(button).addEventListener("close", ({ target }) => {
      const dialog = target as HTMLDialogElement;
      dialog.remove();
      if (dialog.returnValue === "yes") goAhead(button);
      else button.focus();
    });
  });
}

function goAhead(button: HTMLButtonElement): void {
  button.dataset.confirmed = "yes";
  button.click();
  delete button.dataset.confirmed;
}

function ask(button: HTMLButtonElement): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "confirm-question");
  const form = document.createElement("form");
  form.method = "dialog";
  const question = document.createElement("p");
  question.id = "confirm-question";
  question.textContent = button.dataset.confirm ?? "";
  const choices = document.createElement("div");
  choices.className = "buttons";
  const { confirmYes, confirmNo } = document.body.dataset;
  choices.append(
    choice("no", button.dataset.confirmNo ?? confirmNo ?? "No", "button button-second"),
    choice("yes", button.dataset.confirmYes ?? confirmYes ?? "OK", button.classList.contains("button-danger") ? "button button-danger" : "button"),
  );
  form.append(question, choices);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function choice(value: string, words: string, look: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.value = value;
  button.className = look;
  button.textContent = words;
  return button;
}
