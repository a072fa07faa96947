package fr.preau.portal.server;

import fr.preau.core.audit.AuditLog;
import fr.preau.core.calendar.OfficialSchoolCalendar;
import fr.preau.core.identity.TokenSigner;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.mail.MailLoop;
import fr.preau.core.mail.MailQueue;
import fr.preau.core.mail.MailServer;
import fr.preau.core.mail.ReturnedMails;
import fr.preau.core.node.ModuleParts;
import fr.preau.core.notices.ReceivedNotices;
import fr.preau.core.notices.bymail.MailAddresses;
import fr.preau.core.notices.bymail.MailWords;
import fr.preau.core.notices.bymail.NoticeChoices;
import fr.preau.core.notices.bymail.NoticeLetters;
import fr.preau.core.notices.bymail.NoticeSorting;
import fr.preau.core.notices.bymail.NoticesByMail;
import fr.preau.core.notices.push.Devices;
import fr.preau.core.notices.push.NoticesByPush;
import fr.preau.core.notices.push.PushKeys;
import fr.preau.core.notices.push.PushServices;
import fr.preau.core.notices.quiet.QuietHoursOfColleges;
import fr.preau.core.notices.quiet.QuietMoments;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What brings notices to people by mail and to their devices. */
final class MailWork {

    private final MailAddresses addresses;
    private final NoticeChoices choices;
    private final QuietHoursOfColleges quiet;
    private final NoticesByMail notices;
    private final PushKeys keys;
    private final Devices devices;
    private final NoticesByPush push;
    private final Optional<MailLoop> loop;
    private final Optional<ReturnedMails> returned;

    MailWork(
            Settings settings,
            UnitsOfWork units,
            ModuleParts parts,
            ReceivedNotices received,
            Tenants tenants,
            TokenSigner signer,
            AuditLog audit,
            Clock clock,
            Supplier<UUID> ids) {
        JobLeases leases = new JobLeases(units, clock, settings.node());
        this.quiet = new QuietHoursOfColleges(units, audit);
        QuietMoments moments = new QuietMoments(quiet, OfficialSchoolCalendar.zoneC());
        MailQueue queue = new MailQueue(units, clock, ids, moments::next);
        MailWords words = new MailWords(settings.site());
        this.addresses = new MailAddresses(units, queue, words, signer, clock, ids);
        this.choices = new NoticeChoices(units);
        this.notices =
                new NoticesByMail(
                        new NoticeSorting(
                                units,
                                parts.host()::noticeTitle,
                                quiet,
                                OfficialSchoolCalendar.zoneC(),
                                clock),
                        new NoticeLetters(
                                units, received, queue, words, signer, moments, clock, ids),
                        queue,
                        settings.mail().map(MailServer::perMinute).orElse(MailServer.USUAL),
                        tenants,
                        leases,
                        clock);
        this.keys = new PushKeys(units, clock);
        this.devices = new Devices(units, PushServices.ofBrowsers(), clock, ids);
        this.push =
                new NoticesByPush(
                        units,
                        received,
                        devices,
                        keys,
                        PushServices.ofBrowsers(),
                        settings.site(),
                        moments,
                        leases,
                        clock);
        this.loop =
                settings.mail()
                        .map(
                                server ->
                                        new MailLoop(
                                                queue,
                                                leases,
                                                server,
                                                MailSettings.host(settings.site()),
                                                clock));
        this.returned = settings.bounces().map(box -> new ReturnedMails(box, units, leases, clock));
        parts.notices().wakes(notices::wake);
    }

    MailAddresses addresses() {
        return addresses;
    }

    NoticeChoices choices() {
        return choices;
    }

    QuietHoursOfColleges quiet() {
        return quiet;
    }

    Devices devices() {
        return devices;
    }

    PushKeys keys() {
        return keys;
    }

    /** Sends what is due to devices; to be repeated every second. */
    void push() {
        push.turn();
    }

    /** Forgets what was sent to devices long ago; to be repeated every hour. */
    void forget() {
        push.forget();
    }

    /** Decides what is sent, and makes the mails that are due; to be repeated every second. */
    void prepare() {
        notices.turn();
    }

    /** Reads what comes back; to be repeated every minute. */
    void readReturned() {
        returned.ifPresent(ReturnedMails::read);
    }

    /** Sends what may leave; to be repeated every second. Without a server nothing leaves. */
    void send() {
        loop.ifPresent(MailLoop::turn);
    }
}
