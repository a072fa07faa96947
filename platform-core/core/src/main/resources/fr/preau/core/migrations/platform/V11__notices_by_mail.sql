-- How people want to be told beside the portal, and what goes out by mail. All instants are UTC.

-- An address of one's own. Nothing is sent there before its link was followed.
CREATE TABLE notice_address (
  account_id   UUID         NOT NULL PRIMARY KEY,
  mail         VARCHAR(254) NULL     COMMENT 'confirmed',
  confirmed_at DATETIME(6)  NULL,
  wanted       VARCHAR(254) NULL     COMMENT 'waits for its link',
  wanted_at    DATETIME(6)  NULL,
  wanted_key   UUID         NULL     COMMENT 'in the link; goes with its first use',
  asked        INT          NOT NULL DEFAULT 0 COMMENT 'links of the last day: nobody is to be flooded',
  stopped_at   DATETIME(6)  NULL     COMMENT 'by the link in a mail',
  bad_at       DATETIME(6)  NULL     COMMENT 'when a server said that nobody is there',
  bad_reason   VARCHAR(300) NULL,
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

-- What somebody has chosen that is not the default. A child of nobody is the zero UUID.
CREATE TABLE notice_choice (
  account_id UUID        NOT NULL,
  uai        CHAR(8)     NOT NULL,
  child_id   UUID        NOT NULL,
  module     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mail       VARCHAR(5)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (mail IN ('NOW', 'DAILY', 'NONE')),
  PRIMARY KEY (account_id, uai, child_id, module, kind),
  KEY notice_choice_child (uai, child_id),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

-- When a collège lets people be. Without a row the default holds.
CREATE TABLE quiet_hours (
  uai      CHAR(8) NOT NULL PRIMARY KEY,
  begins   TIME    NOT NULL,
  ends     TIME    NOT NULL,
  weekends BOOLEAN NOT NULL,
  holidays BOOLEAN NOT NULL COMMENT 'school holidays and public holidays'
);

-- A mail, from its making to the answer of the server. Its identity is its Message-ID.
CREATE TABLE mail (
  id           UUID          NOT NULL PRIMARY KEY,
  account_id   UUID          NOT NULL,
  address      VARCHAR(254)  NOT NULL,
  subject      VARCHAR(250)  NOT NULL,
  body         MEDIUMTEXT    NOT NULL COMMENT 'emptied once it is sent',
  stop_href    VARCHAR(400)  NULL     COMMENT 'List-Unsubscribe',
  urgent       BOOLEAN       NOT NULL,
  state        VARCHAR(9)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                             CHECK (state IN ('WAITING', 'LEASED', 'HANDED', 'SENT', 'REFUSED', 'UNCERTAIN')),
  lease        UUID          NULL     COMMENT 'of who sends it now',
  leased_until DATETIME(6)   NULL,
  tries        INT           NOT NULL DEFAULT 0,
  next_at      DATETIME(6)   NOT NULL,
  answer       VARCHAR(300)  NULL     COMMENT 'of the server, the last one',
  made_at      DATETIME(6)   NOT NULL,
  ended_at     DATETIME(6)   NULL,
  KEY mail_next (state, urgent, next_at, id),
  KEY mail_lease (state, leased_until),
  KEY mail_age (ended_at),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

-- A notice that goes to somebody by mail, once: it stays for a while after its mail.
CREATE TABLE notice_mail (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id UUID         NOT NULL,
  uai        CHAR(8)      NOT NULL,
  notice_id  BIGINT       NOT NULL COMMENT 'core_notice of the collège',
  kind       VARCHAR(60)  NOT NULL COMMENT 'its title in French',
  title      VARCHAR(150) NOT NULL,
  href       VARCHAR(400) NOT NULL COMMENT 'from the root of the site',
  urgent     BOOLEAN      NOT NULL,
  due_at     DATETIME(6)  NULL     COMMENT 'null once it is in a mail, or needs none any more',
  mail_id    UUID         NULL,
  made_at    DATETIME(6)  NOT NULL,
  UNIQUE KEY notice_mail_once (uai, notice_id, account_id),
  KEY notice_mail_due (due_at, account_id),
  KEY notice_mail_of_account (account_id, due_at),
  KEY notice_mail_age (made_at),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
