-- Notices on devices, by Web Push. All instants are UTC.

-- What Préau signs its messages to push services with; made once.
CREATE TABLE push_key (
  id          TINYINT      NOT NULL PRIMARY KEY CHECK (id = 1),
  public_key  VARCHAR(200) NOT NULL COMMENT 'X.509, Base64',
  private_key VARCHAR(300) NOT NULL COMMENT 'PKCS#8, Base64',
  made_at     DATETIME(6)  NOT NULL
);

-- A browser that somebody lets Préau speak to.
CREATE TABLE push_device (
  id         UUID          NOT NULL PRIMARY KEY,
  account_id UUID          NOT NULL,
  endpoint   VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest     CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'SHA-256 of the endpoint',
  p256dh     VARCHAR(120)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its key, Base64 for addresses',
  auth       VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(80)   NOT NULL COMMENT 'as its owner knows it again',
  made_at    DATETIME(6)   NOT NULL,
  KEY push_device_of_account (account_id),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

-- A notice that goes to the devices of somebody.
CREATE TABLE notice_push (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id UUID         NOT NULL,
  uai        CHAR(8)      NOT NULL,
  notice_id  BIGINT       NOT NULL,
  kind       VARCHAR(60)  NOT NULL,
  title      VARCHAR(150) NOT NULL,
  href       VARCHAR(400) NOT NULL,
  urgent     BOOLEAN      NOT NULL,
  due_at     DATETIME(6)  NULL     COMMENT 'null once it is sent, or needs not be any more',
  tries      INT          NOT NULL DEFAULT 0,
  made_at    DATETIME(6)  NOT NULL,
  UNIQUE KEY notice_push_once (uai, notice_id, account_id),
  KEY notice_push_due (due_at),
  KEY notice_push_age (made_at),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

ALTER TABLE notice_choice ADD COLUMN push BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'whether it goes to the devices';
