package it.pianodizona.notifiche;

/** What a calendar invitation asks the recipient's calendar to do (RFC 5546). */
public enum MetodoInvito {
  REQUEST,
  CANCEL
}
