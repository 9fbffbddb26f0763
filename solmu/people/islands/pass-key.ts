// <pass-key ceremony="create|get" options="address" failed="words"> around a form: asks the device for a passkey and
// sends what it answers.
//
// Expects: <form> with <input type="hidden" name="credential">, a <button type="button" hidden> that is shown when the
// browser knows passkeys, and <p role="alert" hidden> for when it does not come to anything.

type Options = { publicKey: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON };

class PassKey extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>("button[type=button]");
    if (!button || !("parseCreationOptionsFromJSON" in (window.PublicKeyCredential ?? {}))) return;
    button.hidden = false;
    button.addEventListener("click", () => void this.ask(button));
  }

  /** Ask the device, then send the form; said in words when the person or the device declines. */
  private async ask(button: HTMLButtonElement): Promise<void> {
    const alert = this.querySelector<HTMLElement>("[role=alert]");
    if (alert) alert.hidden = true;
    button.disabled = true;
    try {
      const answer = await fetch(this.getAttribute("options") ?? "", { headers: { Accept: "application/json" } });
      const { publicKey } = (await answer.json()) as Options;
      const credential = this.getAttribute("ceremony") === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
      this.send((credential as PublicKeyCredential).toJSON());
    } catch {
      if (alert) {
        alert.hidden = false;
        alert.textContent = this.getAttribute("failed");
      }
    } finally {
      button.disabled = false;
    }
  }

  private send(credential: unknown): void {
    const form = this.querySelector("form");
    const field = form?.querySelector<HTMLInputElement>("[name=credential]");
    if (!form || !field) return;
    field.value = JSON.stringify(credential);
    form.submit();
  }
}

customElements.define("pass-key", PassKey);
