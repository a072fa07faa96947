package fr.preau.communication.appointments;

/** A host, and one of the classes whose families the host receives. */
public record HostOfClass(MeetingHost host, String schoolClass) {}
