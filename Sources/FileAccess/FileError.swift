package import Diagnostics
import Glibc

/// A file or a stream that could not be used, with the reason that the system gave.
package struct FileError: Error, Hashable {
  package enum Task: Hashable {
    case readRecord, readRecords, readTemplate, readTemplates, readSettings, readReport, readVerdicts, useFolder, write,
      create
  }

  package var task: Task
  package var path: String
  /// The system's error number.
  package var code: Int32

  package init(_ task: Task, _ path: String, code: Int32) {
    self.task = task
    self.path = path
    self.code = code
  }

  /// The reader of a pipe has gone: nobody is left to tell.
  package var isBrokenPipe: Bool { code == EPIPE }

  package var diagnostic: Diagnostic {
    let reason = FileError.reason(code)
    return switch task {
    case .readRecord:
      Diagnostic(.error, id: "record-unreadable", "cannot read \(path): \(reason)", remedy: readingRemedy)
    case .readRecords:
      Diagnostic(
        .error, id: "records-unreadable", "cannot read the records in \(path): \(reason)",
        remedy: "name a folder that holds record files (.json), or one record file")
    case .readTemplate:
      Diagnostic(
        .error, id: "template-unreadable", "cannot read the template \(path): \(reason)", remedy: templateRemedy)
    case .readTemplates:
      Diagnostic(
        .error, id: "templates-unreadable", "cannot read the templates in \(path): \(reason)",
        remedy: "name a folder with .mustache files and page.css; without one the built-in templates are used")
    case .readSettings:
      Diagnostic(
        .error, id: "settings-unreadable", "cannot read the settings in \(path): \(reason)",
        remedy: "name a file such as \"legbrief config > legbrief.json\" writes")
    case .readReport:
      Diagnostic(
        .error, id: "report-unreadable", "cannot read the report \(path): \(reason)",
        remedy: "name a report that \"legbrief report\" wrote, .html or .md")
    case .readVerdicts:
      Diagnostic(
        .error, id: "verdicts-unreadable", "cannot read the earlier batch in \(path): \(reason)",
        remedy: "name the output folder of a batch that was made with --format json")
    case .useFolder where code == EBUSY:
      Diagnostic(
        .error, id: "output-folder", "another batch works in the output folder \(path)",
        remedy: "wait until it has ended, or name another folder")
    case .useFolder:
      Diagnostic(
        .error, id: "output-folder", "cannot write to the output folder \(path): \(reason)",
        remedy: "name a folder that exists and can be written to; its last part is created when it is missing")
    case .write:
      Diagnostic(.error, id: "output-unwritable", "cannot write \(path): \(reason)", remedy: writingRemedy)
    case .create:
      Diagnostic(
        .error, id: code == EEXIST ? "file-exists" : "output-unwritable",
        code == EEXIST
          ? "nothing was written: \(path) exists already" : "cannot write \(path): \(reason)",
        remedy: code == EEXIST
          ? "choose another name or another --output: a file that exists is never overwritten" : writingRemedy)
    }
  }

  private var readingRemedy: String {
    switch code {
    case ENOENT: "check the spelling; paths are taken from the current folder"
    case EISDIR: "name the record's file, such as \(path.hasSuffix("/") ? path : path + "/")record.json"
    case EACCES, EPERM: "ask the owner of the file for permission to read it"
    default: "check that the file can be opened with another program"
    }
  }

  private var templateRemedy: String {
    switch code {
    case ENOENT: "check the spelling; a link must lead to a file that exists"
    case ELOOP: "remove the link, or let it lead to a file"
    case EISDIR: "give the folder a name that does not end like a template's, or name the templates inside it"
    case EACCES, EPERM: "ask the owner of the file for permission to read it"
    default: "check that the file can be opened with another program"
    }
  }

  private var writingRemedy: String {
    switch code {
    case ENOSPC, EDQUOT: "free some space, or choose another place with --output; what stood there before is unchanged"
    case EEXIST: "give the report another place with --output: a record is never overwritten"
    default: "choose another place with --output; what stood there before is unchanged"
    }
  }

  /// The reason in words; the same words on every system language.
  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EACCES, EPERM: "permission denied"
    case ENOSPC: "no space left"
    case EDQUOT: "the quota is used up"
    case ELOOP: "the link leads back to itself"
    case EINVAL: "it is not a file"
    case EROFS: "the place is read-only"
    case EEXIST: "it is one of the records to be read"
    case ENAMETOOLONG: "the name is too long"
    case EIO: "the device reports an error"
    case ENODATA: "it holds no verdicts (files that end in .verdicts.json)"
    default: "system error \(code)"
    }
  }
}
