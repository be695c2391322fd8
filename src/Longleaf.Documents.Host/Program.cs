using Longleaf.Documents.Formats;
using Longleaf.Documents.Host;
using Longleaf.Documents.Isolation;
using Longleaf.Documents.Isolation.Wire;

// :: 1. Before any byte of a document is seen: end with the parent, and give up all system calls that reading does not need.
ParentDeath.Bind();
var filtered = SystemCallFilter.TryInstall();

// :: 2. Say that it is ready.
OutputPipe.Enlarge();
using var output = Console.OpenStandardOutput();
var writer = new FrameWriter(output);
writer.Begin(FrameKind.Hello).Int32(unchecked((int)Protocol.Magic)).Byte(Protocol.Version).Byte(filtered ? (byte)1 : (byte)0).End();
writer.Flush();

// :: 3. Read the one document.
using var parent = new ParentLink(Console.OpenStandardInput());
var request = ReaderRequest.Read(parent.Receive());
var events = new EventOutput(writer);
var limits = new ParseLimits
{
    MaxCharacters = request.MaxCharacters,
    MaxPages = request.MaxPages,
    MaxEmbeddedPictures = request.MaxEmbeddedPictures,
};
var sink = new BlockSink(events.Write, events.Write, limits);
using var document = new FileStream(request.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024);
var pageText = new ParentPageText(parent, writer, Path.Combine(Path.GetDirectoryName(request.Path)!, PageTextTool.OutputName));
var recognizer = new ParentRecognizer(parent, writer, Path.GetDirectoryName(request.Path)!);

// :: 4. Say how it ended, and stay to be dismissed: the parent looks at what was used.
EventFrames.WriteEnd(writer, DocumentParser.Parse(document, request.FileName, sink, pageText, recognizer, request.PageTextOnly));
parent.Receive();
return 0;
